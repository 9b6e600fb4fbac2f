import HTTPTypes
import Hummingbird

/// The part of a file that a request asks for.
///
/// - Source: RFC 9110 §14. Several ranges at once are answered by the whole file, as §14.2 allows.
struct ByteRange: Equatable {
    let bytes: Range<Int>

    /// - Returns: `nil` where the whole file is to be sent.
    /// - Throws: ``HTTPFailure/range(size:)`` where none of the bytes is there.
    init?(_ request: Request, size: Int, entityTag: String) throws {
        guard let header = request.headers[.range], header.hasPrefix("bytes="), !header.contains(",") else {
            return nil
        }
        if let condition = request.headers[.ifRange], condition != entityTag { return nil }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else { return nil }
        let (first, last) = (Int(ends[0]), Int(ends[1]))
        guard first != nil || ends[0].isEmpty, last != nil || ends[1].isEmpty else { return nil }
        switch (first, last) {
        case (let first?, let last):
            if let last, last < first { return nil }
            guard first < size else { throw HTTPFailure.range(size: size) }
            bytes = first..<min(size, (last ?? size - 1) < size ? (last ?? size - 1) + 1 : size)
        case (nil, let count?):
            guard count > 0, size > 0 else { throw HTTPFailure.range(size: size) }
            bytes = max(0, size - count)..<size
        case (nil, nil): return nil
        }
    }
}
