import EchoCore
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Safetensors file") struct SafetensorsFileTests {
    /// A file of a header and its data.
    static func file(_ header: String, _ data: [UInt8], padding: Int = 0) -> [UInt8] {
        let text = Array(header.utf8) + [UInt8](repeating: 32, count: padding)
        return withUnsafeBytes(of: UInt64(text.count).littleEndian) { Array($0) } + text + data
    }

    static func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
        numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
    }

    static let sample = file(
        #"{"__metadata__":{"format":"pt"},"b":{"dtype":"F16","shape":[2],"data_offsets":[8,12]},"#
            + #""a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"#
            + #""c":{"dtype":"BF16","shape":[],"data_offsets":[12,14]},"#
            + #""d":{"dtype":"I32","shape":[1],"data_offsets":[14,18]},"#
            + #""e":{"dtype":"I64","shape":[1],"data_offsets":[18,26]},"#
            + #""f":{"dtype":"F64","shape":[1],"data_offsets":[26,34]},"g":{"dtype":"U8","shape":[0],"data_offsets":[34,34]}}"#,
        bytes([Float(1.5).bitPattern, Float(-2).bitPattern]) + bytes([UInt16(0x3C00), 0xC100])
            + bytes([UInt16(0x4049)]) + bytes([Int32(-7)]) + bytes([Int64.max]) + bytes([(0.1).bitPattern]))

    let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    func open(_ bytes: [UInt8]) throws -> SafetensorsFile {
        try SafetensorsFile(path: try folder.write(bytes, to: "\(UUID().uuidString).safetensors"))
    }

    @Test("gives names, shapes, types, metadata, and numbers of every floating type", arguments: 0..<8)
    func reads(padding: Int) throws {
        var bytes = Self.sample
        let length = Int(bytes[0]) + 256 * Int(bytes[1])
        // Spaces after the header move the numbers off their natural boundary.
        bytes.insert(contentsOf: [UInt8](repeating: 32, count: padding), at: 8 + length)
        bytes.replaceSubrange(0..<8, with: Self.bytes([UInt64(length + padding)]))
        let file = try open(bytes)
        #expect(file.tensors.map(\.name) == ["a", "b", "c", "d", "e", "f", "g"])
        #expect(file.metadata == ["format": "pt"])
        #expect(file["a"]?.shape == [2, 1] && file["c"]?.shape == [] && file["zz"] == nil)
        #expect(try file.floats("a").values == [1.5, -2])
        #expect(try file.floats("b").values == [1, -2.5])
        #expect(try file.floats("c").values == [3.140625])
        #expect(try file.floats("f").values == [0.1])
        #expect(file["d"]?.type == .i32 && file["e"]?.type == .i64 && file["g"]?.count == 0)
        #expect(file.shapes.count == 7)
    }

    @Test("says what is missing or of another type")
    func refusesNames() throws {
        let file = try open(Self.sample)
        #expect(throws: TensorError.missing(tensor: "zz")) { try file.floats("zz") }
        #expect(throws: TensorError.wrongType(tensor: "d", type: "I32", expected: "floating-point numbers")) {
            try file.floats("d")
        }
    }

    @Test("keeps the numbers alive after the file value is gone")
    func keepsMapping() throws {
        let tensor = try { try open(Self.sample).floats("a") }()
        #expect(tensor.values == [1.5, -2])
    }

    @Test("cut anywhere is refused")
    func refusesEveryTruncation() throws {
        for length in 0..<Self.sample.count {
            #expect(throws: TensorError.self, "\(length) bytes") { try open(Array(Self.sample[..<length])) }
        }
        #expect(throws: TensorError.self) { try open(Self.sample + [0]) }
    }

    @Test("with any bit flipped reads or is refused, and never crashes")
    func survivesBitFlips() throws {
        let header = 8 + Int(Self.sample[0]) + 256 * Int(Self.sample[1])
        let kinds: Set<ScalarType> = [.f16, .bf16, .f32, .f64]
        var refused = 0
        let bits = stride(from: 0, to: header * 8, by: 7)
        for bit in bits {
            var bytes = Self.sample
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            do {
                let file = try open(bytes)
                for tensor in file.tensors where kinds.contains(tensor.type) {
                    _ = try file.floats(tensor.name).values
                }
            } catch is TensorError {
                refused += 1
            }
        }
        #expect(refused > header * 4 / 7, "\(refused) of \(header * 8 / 7) flips refused")
    }

    @Test(
        "refuses what the format forbids, and says which tensor",
        arguments: [
            (
                #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#,
                TensorError.wrongLayout(tensor: "a", offset: 4, expected: 0)
            ),
            (
                #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
                .wrongLayout(tensor: "(end)", offset: 8, expected: 4)
            ),
            (
                #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}"#,
                .wrongLayout(tensor: "b", offset: 2, expected: 4)
            ),
            (
                #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#,
                .wrongExtent(tensor: "a", bytes: 8, expected: 12)
            ),
            (
                #"{"a":{"dtype":"F32","shape":[4611686018427387904,16],"data_offsets":[0,8]}}"#,
                .wrongExtent(tensor: "a", bytes: 8, expected: Int.max)
            ),
            (
                #"{"a":{"dtype":"F9","shape":[2],"data_offsets":[0,8]}}"#,
                .unknownType(tensor: "a", type: "F9")
            ),
            (#"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#, .unreadableHeader),
            (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, .unreadableHeader),
            (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8,9]}}"#, .unreadableHeader),
            (#"{"a":{"dtype":"F32","shape":[2]}}"#, .unreadableHeader),
            (#"{"a":{"dtype":"F32","shape":[2.5],"data_offsets":[0,8]}}"#, .unreadableHeader),
            (#"["a"]"#, .unreadableHeader), ("", .unreadableHeader), ("{", .unreadableHeader),
        ])
    func refuses(header: String, error: TensorError) {
        #expect(throws: error) { try open(Self.file(header, [UInt8](repeating: 0, count: 8))) }
    }

    @Test("refuses a header beyond 100 MB without reading it, and what is no file")
    func refusesSizes() throws {
        #expect(throws: TensorError.oversizedHeader(bytes: 1 << 60, limit: 100_000_000)) {
            try open(Self.bytes([UInt64(1) << 60]) + [1, 2, 3])
        }
        #expect(throws: TensorError.truncated(bytes: 11, needed: 1008)) {
            try open(Self.bytes([UInt64(1000)]) + [1, 2, 3])
        }
        #expect(throws: TensorError.truncated(bytes: 0, needed: 8)) { try open([]) }
        #expect(throws: TensorError.unopenable(status: 2)) { try SafetensorsFile(path: folder.path("none")) }
        #expect(throws: TensorError.unopenable(status: 21)) { try SafetensorsFile(path: folder.url.path) }
    }

    @Test("widens every half-precision number exactly")
    func widensHalf() throws {
        let data = Self.bytes((0...UInt16.max).map { $0 })
        let file = try open(
            Self.file(
                #"{"h":{"dtype":"F16","shape":[65536],"data_offsets":[0,131072]}}"#, data))
        let found = try file.floats("h")
        for bits in 0..<65536 {
            // Twice by definition: sign · 2^(e − 25) · (1024 + fraction), or without the 1024 where e is 0.
            let (sign, e, fraction) = (bits >> 15, bits >> 10 & 31, bits & 1023)
            let size = Double(fraction + (e == 0 ? 0 : 1024)) * pow(2, Double(max(e, 1) - 25))
            let expected = e == 31 ? (fraction == 0 ? Double.infinity : .nan) : size
            let number = Double(found[bits])
            if expected.isNaN {
                #expect(number.isNaN)
            } else if number != (sign == 1 ? -expected : expected) {
                Issue.record("half \(bits) became \(number)")
            }
        }
    }
}
