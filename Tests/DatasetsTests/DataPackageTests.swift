import Datasets
import Digests
import ReleaseModel
import Tabular
import TestSupport
import Testing

struct DataPackageTests {
  private func package(_ release: ReleaseContents) throws -> JSONValue {
    let files = DataPackage().files(of: release)
    #expect(files.map(\.path) == ["datapackage.json"])
    return try ReleaseExample.json(try #require(files.first))
  }

  @Test func `sizes and hashes are those of the files that are written`() throws {
    let release = ReleaseExample.release()
    let files = TidyFiles().files(of: release)
    let resources = try #require(try package(release)["resources"]).elements
    #expect(resources.map { $0["path"]?.string } == files.map(\.path))
    for (resource, file) in zip(resources, files) {
      #expect(resource["bytes"]?.integer == file.bytes.count)
      #expect(resource["hash"]?.string == "sha256:" + Digest.sha256(file.bytes))
    }
  }

  @Test func `a field says its type, unit, decimals and what an empty cell says`() throws {
    let document = try package(ReleaseExample.release())
    let fields = try #require(document["resources"]?.elements.first?["schema"]?["fields"]).elements
    let rate = try #require(fields.first { $0["name"]?.string == "rate" })
    #expect(rate["type"]?.string == "number")
    #expect(rate["unit"]?.string == "per cent")
    #expect(rate["decimals"]?.integer == 1)
    #expect(rate["description"]?.string == "A share. Empty: no base.")
    #expect(rate["constraints"] == nil)
    #expect(fields[0]["constraints"]?["required"]?.bool == true)
  }

  @Test func `a key and a reference are claimed only where they hold`() throws {
    let row = ReleaseExample.rows[0]
    let sound = try package(ReleaseExample.release())
    let schemas = sound["resources"]?.elements.map { $0["schema"] } ?? []
    #expect(schemas.first??["primaryKey"]?.elements == ["measure", "agency", "period"])
    #expect(schemas.first??["foreignKeys"] == nil)
    let reference = schemas.last??["foreignKeys"]?.elements.first?["reference"]
    #expect(reference?["resource"]?.string == "figures")

    let unsound = try package(
      ReleaseExample.release([
        ReleaseExample.table(rows: [row, row]), ReleaseExample.table("part", rows: [row]),
      ]))
    for schema in unsound["resources"]?.elements.map({ $0["schema"] }) ?? [] {
      #expect(schema?["foreignKeys"] == nil)
    }
    #expect(unsound["resources"]?.elements.first?["schema"]?["primaryKey"] == nil)
  }

  @Test func `the id changes with the figures and with nothing else`() throws {
    let id = try package(ReleaseExample.release())["id"]
    #expect(try package(ReleaseExample.release())["id"] == id)
    let fewer = ReleaseExample.release([ReleaseExample.table(rows: [ReleaseExample.rows[0]])])
    #expect(try package(fewer)["id"] != id)
  }

  @Test func `metadata of a table stand beside its file and name its columns`() throws {
    let files = WebTableMetadata().files(of: ReleaseExample.release())
    #expect(
      files.map(\.path) == ["data/figures.csv-metadata.json", "data/part.csv-metadata.json"])
    let document = try ReleaseExample.json(files[0])
    #expect(document["url"]?.string == "figures.csv")
    let columns = document["tableSchema"]?["columns"]?.elements ?? []
    #expect(columns.map { $0["name"]?.string } == ReleaseExample.columns.map(\.name))
    #expect(
      columns.compactMap { $0["datatype"]?.string } == [
        "string", "string", "string", "string", "date", "date", "integer", "decimal", "string",
        "string",
      ])
  }
}
