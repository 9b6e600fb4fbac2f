import ArgumentParser
import EchoService
import Foundation

/// How results are written.
struct ResultOptions: ParsableArguments {
    @Flag(name: .long, help: "Write one JSON document.")
    var json = false

    @Flag(name: .long, help: "Write one JSON object a line.")
    var ndjson = false

    func validate() throws {
        if json && ndjson { throw ValidationError("Give --json or --ndjson, not both.") }
    }

    /// Whether a program reads the results.
    var isMachine: Bool { json || ndjson }

    /// Writes a whole result: as JSON where asked, else by the closure's table or text.
    func write<Result: Encodable>(_ result: Result, text: (Terminal) -> [String]) throws {
        if isMachine {
            try Self.writeJSON(result)
        } else {
            for line in text(Terminal()) { print(line) }
        }
    }

    /// Writes a result that is a list: one object a line for --ndjson.
    func write<Whole: Encodable, Item: Encodable>(
        _ whole: Whole, items: [Item], text: (Terminal) -> [String]
    ) throws {
        if ndjson {
            for item in items { try Self.writeJSON(item) }
        } else {
            try write(whole, text: text)
        }
    }

    /// Writes findings: for --ndjson each line with the notices, as the whole has them.
    func write<Whole: Encodable, Item: Encodable>(
        _ whole: Whole, findings: [Item], stamp: ModelStamp, text: (Terminal) -> [String]
    ) throws {
        try write(whole, items: findings.map { FindingLine(item: $0, stamp: stamp) }, text: text)
    }

    /// Writes a list that has no text form: one document for --json, else one object a line.
    func writeLines(_ items: [some Encodable]) throws {
        if json {
            try Self.writeJSON(items)
        } else {
            for item in items { try Self.writeJSON(item) }
        }
    }

    /// One line of JSON on standard output, keys sorted.
    static func writeJSON(_ value: some Encodable) throws {
        let data = try ResultCoding.encode(value)
        FileHandle.standardOutput.write(data + Data("\n".utf8))
    }
}
