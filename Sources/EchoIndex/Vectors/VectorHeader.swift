internal import Crypto
internal import EchoCore
internal import Foundation

/// The first 192 bytes of a vector file; `Index/README.md` gives them one by one.
struct VectorHeader: Equatable {
    /// `ECHOVEC` and a zero.
    static let magic = Array("ECHOVEC\0".utf8)
    /// The version that this program writes.
    static let version: UInt32 = 1
    /// Bytes of the header.
    static let size = 192
    /// Bytes of the header before its own checksum.
    static let checked = 160

    /// What the rows are.
    let level: SearchLevel
    /// Values in a row.
    let dimension: Int
    /// How many rows, and what they are.
    let state: VectorState
    /// SHA-256 of what the vectors mean: ``spaceKey(_:)``.
    let space: [UInt8]
    /// SHA-256 of everything after the header.
    let payload: [UInt8]

    /// Slot, dimension and fingerprint in one digest.
    static func spaceKey(_ space: EmbeddingSpace) -> [UInt8] {
        let text = "\(space.slot.rawValue)\u{0}\(space.dimension)\u{0}\(space.fingerprint)"
        return Array(SHA256.hash(data: Data(text.utf8)))
    }

    /// The header's bytes.
    func encoded() -> Data {
        var bytes = Data(Self.magic)
        bytes.append(littleEndian: Self.version)
        bytes.append(littleEndian: level.number)
        bytes.append(littleEndian: UInt32(dimension))
        bytes.append(littleEndian: UInt32(0))
        bytes.append(littleEndian: UInt64(bitPattern: state.count))
        bytes.append(littleEndian: UInt64(bitPattern: state.checksums))
        bytes.append(contentsOf: space)
        bytes.append(contentsOf: payload)
        bytes.append(Data(count: Self.checked - bytes.count))
        bytes.append(contentsOf: SHA256.hash(data: bytes))
        return bytes
    }

    /// Reads a header.
    ///
    /// - Returns: `nil` where the bytes are no sound header.
    /// - Throws: ``IndexError/newerFormat(found:supported:)``.
    init?(_ file: Data) throws(IndexError) {
        guard file.count >= Self.size, Array(file.prefix(8)) == Self.magic else { return nil }
        let head = Data(file.prefix(Self.size))
        guard Array(SHA256.hash(data: head.prefix(Self.checked))) == Array(head.suffix(32)) else {
            return nil
        }
        let version: UInt32 = head.littleEndian(at: 8)
        guard version <= Self.version else {
            throw .newerFormat(found: Int(version), supported: Int(Self.version))
        }
        let number: UInt32 = head.littleEndian(at: 12)
        guard let level = SearchLevel.allCases.first(where: { $0.number == number }) else { return nil }
        self.level = level
        dimension = Int(head.littleEndian(at: 16) as UInt32)
        state = VectorState(
            count: Int64(bitPattern: head.littleEndian(at: 24)),
            checksums: Int64(bitPattern: head.littleEndian(at: 32)))
        space = Array(head[40..<72])
        payload = Array(head[72..<104])
    }

    init(level: SearchLevel, space: EmbeddingSpace, state: VectorState, payload: [UInt8]) {
        self.level = level
        dimension = space.dimension
        self.state = state
        self.space = Self.spaceKey(space)
        self.payload = payload
    }
}

extension SearchLevel {
    /// Its number in a file.
    fileprivate var number: UInt32 {
        switch self {
        case .clip: 1
        case .study: 2
        case .caption: 3
        }
    }
}
