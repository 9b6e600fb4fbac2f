import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Importing large models") struct ModelsMemoryTests {
    /// The most memory that this process ever had resident, in bytes.
    private static func peak() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.filter(\.isNumber))) * 1024
    }

    /// Writes weights of zeros in the shape of a model of about 220 MB.
    private static func writeWeights(_ path: String) throws -> Int {
        let configuration = ModelConfiguration(
            embedDimension: 512,
            vision: VisionConfiguration(
                depths: [1, 1, 3, 1], widths: [128, 256, 512, 1024], imageSize: 224),
            text: TextConfiguration(
                width: 512, heads: 8, layers: 3, contextLength: 77, vocabularySize: 49_408))
        let tensors = ModelTensors.expectedShapes(configuration).map {
            WeightTensor(name: $0.name, element: .float32, shape: $0.shape)
        }
        var writer = try SafetensorsWriter(path: path, tensors: tensors)
        let zeros = [UInt8](repeating: 0, count: 1 << 20)
        for tensor in tensors {
            for start in stride(from: 0, to: tensor.byteCount, by: zeros.count) {
                try writer.append(
                    zeros.span.bytes.extracting(first: min(zeros.count, tensor.byteCount - start)))
            }
        }
        try writer.finish()
        return tensors.reduce(0) { $0 + $1.byteCount }
    }

    @Test("holds a chunk, not the model: 200 MB and more grow the peak by less than 32 MB")
    func peakIsAChunk() async {
        await #expect(processExitsWith: .success) {
            let scratch = try ScratchFolder()
            let size = try Self.writeWeights(scratch.path("big.safetensors"))
            precondition(size > 200_000_000, "the weights have \(size) bytes")
            let before = try Self.peak()
            let store = ModelStore(root: scratch.url.appending(path: "models"))
            try store.importModel(
                ModelImportRequest(
                    source: URL(filePath: scratch.path("big.safetensors")), name: "big", importedBy: "test"))
            let growth = try Self.peak() - before
            precondition(growth < 32 << 20, "the peak grew by \(growth) bytes")
        }
    }
}
