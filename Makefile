# Two commands are enough on a fresh machine: `make run` and `make test`.

PACKAGES = libxml2-dev libarchive-dev libidn2-dev zlib1g-dev libssl-dev libsqlite3-dev \
  libxlsxwriter-dev librsvg2-bin fonts-liberation fonts-dejavu-core pkg-config tzdata
FLAGS = --explicit-target-dependency-import-check error
TAKEDOWNS = .build/release/takedowns

SECONDS = 60

# Where `make install` puts things; DESTDIR is for who packs them.
PREFIX = /usr/local
DESTDIR =
ROOT = $(DESTDIR)$(PREFIX)
MAN = $(ROOT)/share/man
BASH = $(ROOT)/share/bash-completion/completions
ZSH = $(ROOT)/share/zsh/site-functions
FISH = $(ROOT)/share/fish/vendor_completions.d
EXAMPLES = $(ROOT)/share/doc/takedowns/examples

.PHONY: help run test test-release check-release test-operation deps build install uninstall man \
  lint format bench bench-accounts fuzz clean ci

help: ## Show this list.
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 16

run: build ## Build, run the sample through to the release and print the headline.
	$(TAKEDOWNS) run
	@echo
	@$(TAKEDOWNS) headline nca

test: deps ## Run all tests.
	swift build --build-tests $(FLAGS)
	swift test --skip-build

test-release: build ## Check the release of the sample with the programs that people open it with.
	Tests/Release/run $(CHECKS)

check-release: ## The same with the command that `make test` built, without what takes a browser, Java or LibreOffice.
	TAKEDOWNS=.build/debug/takedowns Tests/Release/run --quick $(CHECKS)

test-operation: build ## Disturb runs in every way that a machine does, and check what others read of them.
	Tests/Operation/outside $(TAKEDOWNS)
	Tests/Operation/run $(CHECKS)

deps: ## Install the system packages that are missing.
	@missing=; for p in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -n "$$missing" ]; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$missing; \
	fi

# With Swift's own libraries in it, and no place of its own where it looks for the others.
RELEASE = --static-swift-stdlib --disable-local-rpath -Xlinker --build-id

build: deps ## Build the command.
	swift build -c release --product takedowns $(RELEASE) $(FLAGS)

$(TAKEDOWNS):
	$(MAKE) build

install: $(TAKEDOWNS) ## Install command, man pages, completions, examples; PREFIX=/usr DESTDIR=folder.
	install -d $(ROOT)/bin $(MAN)/man1 $(MAN)/man5 $(BASH) $(ZSH) $(FISH) $(EXAMPLES)
	install -m 0755 $(TAKEDOWNS) $(ROOT)/bin/takedowns
	install -m 0644 contrib/man/takedowns.1 $(MAN)/man1/takedowns.1
	install -m 0644 contrib/man/takedowns-pipeline.5 $(MAN)/man5/takedowns-pipeline.5
	$(TAKEDOWNS) --generate-completion-script bash >$(BASH)/takedowns
	$(TAKEDOWNS) --generate-completion-script zsh >$(ZSH)/_takedowns
	$(TAKEDOWNS) --generate-completion-script fish >$(FISH)/takedowns.fish
	sed 's#/usr/local/bin#$(PREFIX)/bin#' contrib/systemd/takedowns.service >$(EXAMPLES)/takedowns.service
	install -m 0644 contrib/systemd/takedowns.timer $(EXAMPLES)/takedowns.timer
	sed 's#/usr/local/bin#$(PREFIX)/bin#' contrib/cron/takedowns >$(EXAMPLES)/takedowns.cron
	install -m 0644 contrib/logrotate/takedowns $(EXAMPLES)/takedowns.logrotate

uninstall: ## Take away what `make install` has put there.
	rm -f $(ROOT)/bin/takedowns $(MAN)/man1/takedowns.1 $(MAN)/man5/takedowns-pipeline.5
	rm -f $(BASH)/takedowns $(ZSH)/_takedowns $(FISH)/takedowns.fish
	rm -f $(EXAMPLES)/takedowns.service $(EXAMPLES)/takedowns.timer $(EXAMPLES)/takedowns.cron
	rm -f $(EXAMPLES)/takedowns.logrotate
	-rmdir $(EXAMPLES) $(ROOT)/share/doc/takedowns 2>/dev/null

man: build ## Make the man pages anew, after a change of a command, an option or a key.
	contrib/man/pages $(TAKEDOWNS)

lint: ## Check the format and the house rules.
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift

format: ## Format all sources.
	swift format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

bench: build ## Measure a million rows in each format, beside DuckDB where it is installed.
	Benchmarks/run

bench-accounts: deps ## Measure the nanoseconds that an account takes to work out.
	TAKEDOWNS_BENCH=1 swift run --scratch-path .build-bench -c release account-speed

fuzz: deps ## Fuzz each reader for a minute; SECONDS=300 for longer, ADDRESS=--address for memory.
	Tests/Fuzzing/run $(SECONDS) $(ADDRESS)

clean: ## Remove what was built and published.
	rm -rf .build .build-bench .build-fuzz .build-fuzz-address outputs/runs outputs/latest

ci: test check-release lint ## What every change must pass.
