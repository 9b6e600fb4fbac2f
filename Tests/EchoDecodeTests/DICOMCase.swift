import EchoTesting
import Foundation
import Testing

/// One file of the table of transfer syntax × photometric; `Tests/Fixtures/make/dicom.py` wrote it.
struct DICOMCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let syntax: String
    let photometric: String
    let lossless: Bool
    let frames: Int
    let rows: Int
    let columns: Int
    let note: String

    var testDescription: String { name }

    /// The table; empty where it is missing, which a test of its own reports.
    static let all: [DICOMCase] = (try? load()) ?? []

    static func load() throws -> [DICOMCase] {
        let file = URL(filePath: try Fixtures.made("dicom/manifest.json"))
        return try JSONDecoder().decode([DICOMCase].self, from: Data(contentsOf: file))
    }

    /// The file.
    func path() throws -> String { try Fixtures.made("dicom/\(name).dcm") }

    /// The frames as the reference decodes them: shape `[frames, rows, columns, 3]`.
    func reference() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: Fixtures.made("dicom/\(name).rgb"))))
    }
}
