# Two commands are enough on a fresh machine: `make run` and `make test`.

PACKAGES = libxml2-dev libarchive-dev libidn2-dev zlib1g-dev libssl-dev libsqlite3-dev \
  libxlsxwriter-dev librsvg2-bin fonts-liberation fonts-dejavu-core pkg-config tzdata
FLAGS = --explicit-target-dependency-import-check error
TAKEDOWNS = .build/release/takedowns

SECONDS = 60

.PHONY: help run test test-release deps build lint format bench bench-accounts fuzz clean ci

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

deps: ## Install the system packages that are missing.
	@missing=; for p in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -n "$$missing" ]; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq $$missing; \
	fi

build: deps ## Build the command.
	swift build -c release --product takedowns $(FLAGS)

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

ci: test lint ## What every change must pass.
