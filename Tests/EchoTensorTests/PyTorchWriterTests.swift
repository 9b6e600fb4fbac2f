import EchoCore
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Safetensors writer") struct PyTorchWriterTests {
    private static let tensors = [
        WeightTensor(name: "a \"quoted\" name", element: .float32, shape: [2, 3]),
        WeightTensor(name: "empty", element: .float32, shape: [0, 4]),
        WeightTensor(name: "half", element: .bfloat16, shape: [5]),
        WeightTensor(name: "scalar", element: .float32, shape: []),
    ]

    @Test("writes what the reader reads back, numbers aligned")
    func roundTrip() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path("out.safetensors")
        var writer = try SafetensorsWriter(path: path, tensors: Self.tensors, metadata: ["format": "pt"])
        let numbers: [Float] = [1, -2, 3, 4, 5, .pi]
        try writer.append(numbers.span.bytes)
        try writer.append([UInt16](repeating: 0x3F80, count: 5).span.bytes)
        #expect(!FileManager.default.fileExists(atPath: path))
        try writer.append([Float(7)].span.bytes)
        try writer.finish()

        let file = try SafetensorsFile(path: path)
        #expect(file.tensors.map(\.name) == Self.tensors.map(\.name))
        #expect(file.tensors.map(\.shape) == Self.tensors.map(\.shape))
        #expect(file.tensors[0].bytes.lowerBound % SafetensorsWriter.alignment == 0)
        #expect(file.metadata == ["format": "pt"])
        let start = file.tensors[0].bytes
        #expect(
            Array(try Data(contentsOf: URL(filePath: path))[start]) == numbers.withUnsafeBytes { Array($0) })
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["out.safetensors"])
    }

    @Test("leaves nothing where it is not finished, and the old file as it was")
    func leavesNothing() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write(Array("old".utf8), to: "out.safetensors")
        do {
            var writer = try SafetensorsWriter(path: path, tensors: Self.tensors)
            try writer.append([Float(1)].span.bytes)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["out.safetensors"])
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    }

    @Test("refuses more bytes than a tensor has, and an end before the last one")
    func refusesWrongLengths() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path("out.safetensors")
        let name = Self.tensors[0].name
        #expect(throws: WeightFileError.wrongLength(tensor: name, found: 28, expected: 24)) {
            var writer = try SafetensorsWriter(path: path, tensors: Self.tensors)
            try writer.append([Float](repeating: 0, count: 7).span.bytes)
        }
        #expect(throws: WeightFileError.wrongLength(tensor: name, found: 4, expected: 24)) {
            var writer = try SafetensorsWriter(path: path, tensors: Self.tensors)
            try writer.append([Float(0)].span.bytes)
            try writer.finish()
        }
    }

    @Test("CRC-32 is the definition's", arguments: UInt64(0)..<20)
    func checksum(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = (0..<Int.random(in: 0..<100, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
        }
        let cut = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
        var sum = ZipChecksum()
        sum.add(Array(bytes[..<cut]))
        sum.add(Array(bytes[cut...]))
        #expect(sum.value == StoredZip.crc(bytes))
    }
}
