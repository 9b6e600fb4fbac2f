import EchoCore
import EchoHTTP
import EchoTesting
import Foundation
import Testing

@Suite("A form's body") struct MultipartTests {
    static let type = "multipart/form-data; boundary=\"b-7\""
    static let body = """
        preamble\r\n--b-7\r\nContent-Disposition: form-data; name="file"; filename="a; b.dcm"\r\n\
        Content-Type: application/dicom\r\n\r\none\r\n--b-\r\n\r\n--b-7\r\n\
        content-disposition: form-data; name=file\r\n\r\n\r\n--b-7--\r\nepilogue
        """

    /// The parts' names and bytes.
    static func parts(_ pieces: [ArraySlice<UInt8>]) throws -> [(name: String, bytes: [UInt8])] {
        var reader = try MultipartReader(contentType: type)
        var parts: [(name: String, bytes: [UInt8])] = []
        for event in try pieces.flatMap({ try reader.feed($0) }) {
            switch event {
            case .began(let name, let filename):
                #expect(filename == (parts.isEmpty ? "a; b.dcm" : nil))
                parts.append((name, []))
            case .bytes(let bytes): parts[parts.count - 1].bytes += bytes
            case .ended: break
            }
        }
        #expect(reader.isComplete)
        return parts
    }

    @Test("comes apart the same however it is cut", arguments: UInt64(0)..<200)
    func anyCut(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var rest = ArraySlice(Array(Self.body.utf8))
        var pieces: [ArraySlice<UInt8>] = []
        while !rest.isEmpty {
            let count = min(rest.count, Int.random(in: 1...(seed % 2 == 0 ? 3 : 40), using: &random))
            pieces.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        let parts = try Self.parts(pieces)
        #expect(parts.map(\.name) == ["file", "file"])
        #expect(String(decoding: parts[0].bytes, as: UTF8.self) == "one\r\n--b-\r\n")
        #expect(parts[1].bytes.isEmpty)
    }

    @Test("whose boundary never comes is not kept in memory")
    func noBoundary() throws {
        var reader = try MultipartReader(contentType: Self.type)
        for _ in 0..<64 {
            #expect(try reader.feed([UInt8](repeating: 45, count: 16_384)).isEmpty)
            #expect(reader.heldBytes < 100)
        }
        #expect(try reader.feed(Array(Self.body.utf8)).first == .began(name: "file", filename: "a; b.dcm"))
    }

    @Test("that ends early is not complete, and one that is no form is refused")
    func broken() throws {
        var cut = try MultipartReader(contentType: Self.type)
        _ = try cut.feed(Array(Self.body.utf8.prefix(100)))
        #expect(!cut.isComplete)
        #expect(throws: HTTPFailure.self) { try MultipartReader(contentType: "multipart/form-data") }
        for text in [
            "--b-7\r\nContent-Type: a\r\n\r\nx", "--b-7xy",
            "--b-7\r\n" + String(repeating: "a", count: 9_000),
        ] {
            var reader = try MultipartReader(contentType: Self.type)
            #expect(throws: HTTPFailure.self) { try reader.feed(Array(text.utf8)) }
        }
    }
}
