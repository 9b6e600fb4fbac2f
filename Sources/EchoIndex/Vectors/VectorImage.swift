internal import Crypto
internal import EchoCore
internal import EchoTensor
internal import Foundation

/// A vector file's content, in memory or mapped: header, rows in the order of their ids, ids.
struct VectorImage: Sendable {
    /// Bytes of an entry of the table of ids.
    static let entrySize = 32
    /// Bytes of an id in it, filled with zeros.
    static let idSize = 24

    let header: VectorHeader
    let bytes: Data
    /// How many rows.
    var count: Int { Int(header.state.count) }
    private var idsStart: Int { VectorHeader.size + count * header.dimension * 4 }

    /// Takes a file's bytes.
    ///
    /// - Returns: `nil` where they are damaged anywhere.
    /// - Throws: ``IndexError/newerFormat(found:supported:)``.
    init?(checking bytes: Data) throws(IndexError) {
        guard let header = try VectorHeader(bytes), header.state.count >= 0, header.dimension > 0,
            header.state.count <= bytes.count / 4,
            bytes.count == VectorHeader.size + Int(header.state.count)
                * (header.dimension * 4 + Self.entrySize),
            Array(SHA256.hash(data: bytes.dropFirst(VectorHeader.size))) == header.payload
        else { return nil }
        self.header = header
        self.bytes = bytes
    }

    init(header: VectorHeader, bytes: Data) {
        self.header = header
        self.bytes = bytes
    }

    /// The cosines of some rows, or all, with a query.
    func scores(_ query: Embedding, at places: [Int32]?) -> [Float] {
        bytes.withUnsafeBytes { (whole: UnsafeRawBufferPointer) -> [Float] in
            let rows = UnsafeRawBufferPointer(rebasing: whole[VectorHeader.size..<idsStart])
                .assumingMemoryBound(to: Float.self)
            if let places {
                return VectorScan.dots(rows: rows.span, at: places, query: query.values.span)
            }
            return VectorScan.dots(rows: rows.span, query: query.values.span)
        }
    }

    /// A row's id.
    func id(at place: Int) -> String {
        let start = idsStart + place * Self.entrySize
        return String(decoding: bytes[start..<(start + Self.idSize)].prefix { $0 != 0 }, as: UTF8.self)
    }

    /// The rows that a test of kind and usability lets pass.
    func places(where passes: (_ kind: UInt8, _ isUsable: Bool) -> Bool) -> [Int32] {
        bytes.withUnsafeBytes { (whole: UnsafeRawBufferPointer) -> [Int32] in
            var chosen: [Int32] = []
            chosen.reserveCapacity(count)
            for place in 0..<count {
                let entry = idsStart + place * Self.entrySize
                if passes(whole[entry + Self.idSize], whole[entry + Self.idSize + 1] == 1) {
                    chosen.append(Int32(place))
                }
            }
            return chosen
        }
    }

    /// The rows with these ids, which ascend; ids without a row are passed over.
    func places(of ids: [String]) -> [Int32] {
        bytes.withUnsafeBytes { (whole: UnsafeRawBufferPointer) -> [Int32] in
            var chosen: [Int32] = []
            var low = 0
            for id in ids {
                let wanted = Self.padded(id)
                var high = count
                while low < high {
                    let middle = (low + high) / 2
                    if compare(whole, middle, wanted) < 0 { low = middle + 1 } else { high = middle }
                }
                if low < count, compare(whole, low, wanted) == 0 { chosen.append(Int32(low)) }
            }
            return chosen
        }
    }

    /// An id as the table holds it.
    static func padded(_ id: String) -> [UInt8] {
        let text = Array(id.utf8.prefix(idSize))
        return text + [UInt8](repeating: 0, count: idSize - text.count)
    }

    private func compare(_ whole: UnsafeRawBufferPointer, _ place: Int, _ wanted: [UInt8]) -> Int32 {
        guard let base = whole.baseAddress else { return 0 }
        return memcmp(base + idsStart + place * Self.entrySize, wanted, Self.idSize)
    }
}
