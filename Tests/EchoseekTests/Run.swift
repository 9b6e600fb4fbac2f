import EchoTesting
import Foundation

/// What a run left: its status and its two outputs.
struct Run {
    let status: Int32
    let data: Data
    let errors: String

    var output: String { String(decoding: data, as: UTF8.self) }
    /// Standard output's lines, without the end of the last.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
    /// Standard output as one JSON document.
    var json: JSON { get throws { try JSON(parsing: data) } }
    /// Standard output as one JSON object a line.
    var jsonLines: [JSON] { get throws { try lines.map { try JSON(parsing: Data($0.utf8)) } } }
}
