import Crypto
import EchoCore
import EchoIndex
import EchoTesting
import Foundation
import Testing

/// Reads a vector file by the offsets of `Index/README.md` alone.
@Suite("A vector file") struct VectorFileTests {
    private func number<Value: FixedWidthInteger>(_ bytes: Data, _ offset: Int) -> Value {
        var value = Value(0)
        for place in (0..<(Value.bitWidth / 8)).reversed() {
            value = value << 8 | Value(bytes[offset + place])
        }
        return value
    }

    private func hash(_ bytes: Data) -> Data { Data(SHA256.hash(data: bytes)) }

    @Test("is what its specification says, byte by byte")
    func matchesSpecification() async throws {
        let scratch = try ScratchFolder()
        let archive = SyntheticArchive(seed: 61)
        let index = try await archive.makeIndex(at: scratch.path("i"))
        let clips = try (0..<9).map { try archive.clip($0) }
        try await index.record(clips.map { .embedded($0) })
        try await index.refreshVectorFiles()
        let bytes = try Data(contentsOf: URL(filePath: scratch.path("i/vectors/similarity-clip.vec")))
        #expect(bytes.prefix(8) == Data("ECHOVEC\0".utf8))
        let numbers: [UInt32] = [8, 12, 16, 20].map { number(bytes, $0) }
        #expect(numbers == [1, 1, 16, 0])
        let count: UInt64 = number(bytes, 24)
        #expect(count == 9)
        let idsStart: Int = 192 + 9 * 64
        #expect(bytes.count == idsStart + 288)
        let meaning = "similarity\u{0}16\u{0}\(archive.space.fingerprint)"
        #expect(hash(Data(meaning.utf8)) == Data(bytes[40..<72]))
        #expect(hash(Data(bytes.dropFirst(192))) == Data(bytes[72..<104]))
        #expect(bytes[104..<160].allSatisfy { $0 == 0 })
        #expect(hash(Data(bytes.prefix(160))) == Data(bytes[160..<192]))
        let sorted = clips.sorted { ClipID(content: $0.contentHash) < ClipID(content: $1.contentHash) }
        for (row, clip) in sorted.enumerated() {
            let vector = clip.vectors[0].clip.values.withUnsafeBytes { Data($0) }
            let start: Int = 192 + row * 64
            #expect(Data(bytes[start..<(start + 64)]) == vector)
            let entry = bytes.dropFirst(idsStart + row * 32).prefix(32)
            let id = Data(ClipID(content: clip.contentHash).text.utf8)
            let flags: [UInt8] = clip.classed.kind == .bMode ? [1, 1] : [2, 0]
            let padding = [UInt8](repeating: 0, count: 24 - id.count)
            let expected: [UInt8] = Array(id) + padding + flags + [0, 0, 0, 0, 0, 0]
            #expect(Array(entry) == expected)
        }
    }
}
