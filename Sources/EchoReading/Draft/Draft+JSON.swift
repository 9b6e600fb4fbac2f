internal import Foundation

extension Draft {
    /// The draft as JSON with sorted keys; on one line unless `pretty`.
    ///
    /// - Throws: ``ReadingError/notEncodable`` where a score is not finite.
    public func json(pretty: Bool = true) throws(ReadingError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        do { return String(decoding: try encoder.encode(self), as: UTF8.self) } catch { throw .notEncodable }
    }
}
