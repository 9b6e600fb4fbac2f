import Foundation

/// A clip inside a JSON body: a data URI of one of the media types that clips have.
enum ClipBytes {
    /// The media types.
    static let types = ["application/dicom", "video/mp4", "video/x-msvideo"]

    /// Decodes a data URI in base64.
    ///
    /// - Throws: ``HTTPFailure/field(name:expected:)``.
    static func decode(_ uri: String, name: String) throws -> Data {
        guard uri.hasPrefix("data:"), let comma = uri.firstIndex(of: ",") else {
            throw HTTPFailure.field(name: name, expected: "a data URI, data:TYPE;base64,…")
        }
        let head = uri[uri.index(uri.startIndex, offsetBy: 5)..<comma].lowercased()
        guard head.hasSuffix(";base64"), types.contains(String(head.dropLast(7))) else {
            throw HTTPFailure.field(
                name: name, expected: "base64 of one of \(types.joined(separator: ", "))")
        }
        guard let data = Data(base64Encoded: String(uri[uri.index(after: comma)...])), !data.isEmpty else {
            throw HTTPFailure.field(name: name, expected: "valid base64")
        }
        return data
    }
}
