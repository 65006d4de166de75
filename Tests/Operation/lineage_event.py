"""Reads an OpenLineage event with OpenLineage's own client, which must write the same event again.

    python3 Tests/Operation/lineage_event.py openlineage.json

"""

import importlib
import json
import pathlib
import pkgutil
import sys

from openlineage.client import generated
from openlineage.client.generated import base
from openlineage.client.serde import Serde


def name(address):
    """Of a schema, without its version: the client knows the newest one alone."""
    return address.rsplit("/", 1)[1]


def classes():
    """The client's class for each schema that it knows."""
    modules = [importlib.import_module(f"{generated.__name__}.{module.name}")
               for module in pkgutil.iter_modules(generated.__path__)]
    return {name(kind._get_schema()): kind
            for module in modules for kind in vars(module).values() if hasattr(kind, "_get_schema")}


KINDS = classes()


def facet(fields, parent):
    """A facet of a kind that OpenLineage describes, or of our own, which is any `parent`."""
    fields = dict(fields)
    address, producer = fields.pop("_schemaURL"), fields.pop("_producer")
    if address.startswith("urn:takedowns:"):
        return parent(producer=producer).with_additional_properties(**fields)
    return KINDS[name(address)](producer=producer, **fields)


def made(kind, fields, **parents):
    """An object of the client, whose members named in `parents` hold facets."""
    facets = {member: {key: facet(value, parent) for key, value in fields.get(member, {}).items()}
              for member, parent in parents.items()}
    return kind(**{**fields, **facets})


def event(fields):
    fields = {key: value for key, value in fields.items() if key != "schemaURL"}
    return base.RunEvent(**{
        **fields,
        "eventType": base.EventType(fields["eventType"]),
        "run": made(base.Run, fields["run"], facets=base.RunFacet),
        "job": made(base.Job, fields["job"], facets=base.JobFacet),
        "inputs": [made(base.InputDataset, dataset, facets=base.DatasetFacet,
                        inputFacets=base.InputDatasetFacet) for dataset in fields["inputs"]],
        "outputs": [made(base.OutputDataset, dataset, facets=base.DatasetFacet,
                         outputFacets=base.OutputDatasetFacet) for dataset in fields["outputs"]],
    })


def plain(value):
    """What is said: without empty members, which the client leaves out, and addresses of facets."""
    if isinstance(value, dict):
        members = {key: plain(member) for key, member in value.items() if key != "_schemaURL"}
        return {key: member for key, member in members.items() if member not in (None, {}, [])}
    return [plain(item) for item in value] if isinstance(value, list) else value


def main(path):
    written = json.loads(pathlib.Path(path).read_text())
    again = json.loads(Serde.to_json(event(written)))
    return None if plain(again) == plain(written) else f"{path}: the client reads another event"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
