import EchoCore
import EchoTensor
import EchoTesting
import Foundation
import Testing

/// What `make_pytorch.py` says of a checkpoint.
struct PyTorchGolden: Decodable {
    struct Tensor: Decodable, Equatable {
        let shape: [Int]
        let bits: [UInt32]
    }

    let tensors: [String: Tensor]?
    let ignored: [String]?
    let refused: String?

    static let folder = Fixtures.root.appending(path: "Tests/EchoTensorTests/Golden/pytorch")

    static func all() throws -> [String: PyTorchGolden] {
        try JSONDecoder().decode(
            [String: PyTorchGolden].self, from: Data(contentsOf: folder.appending(path: "expected.json")))
    }

    /// Every tensor of a checkpoint as the golden file has them.
    static func read(_ path: String) throws -> [String: Tensor] {
        let checkpoint = try PyTorchCheckpoint(path: path)
        var tensors: [String: Tensor] = [:]
        for tensor in checkpoint.tensors {
            var bits: [UInt32] = []
            try checkpoint.read(tensor.name) { bytes throws(WeightFileError) in
                bytes.withUnsafeBytes { buffer in
                    for place in stride(from: 0, to: buffer.count, by: 4) {
                        bits.append(buffer.loadUnaligned(fromByteOffset: place, as: UInt32.self))
                    }
                }
            }
            tensors[tensor.name] = Tensor(shape: tensor.shape, bits: bits)
        }
        return tensors
    }
}

@Suite("PyTorch checkpoints as torch writes them") struct PyTorchGoldenTests {
    @Test("hold the tensors that torch put in, or are refused by name")
    func equalTorch() throws {
        let all = try PyTorchGolden.all()
        #expect(all.count == 20)
        for (name, golden) in all {
            let path = PyTorchGolden.folder.appending(path: name).path
            if let code = golden.refused {
                let error = #expect(throws: WeightFileError.self, "\(name)") { try PyTorchGolden.read(path) }
                #expect(error?.report.code == code, "\(name)")
            } else {
                #expect(try PyTorchGolden.read(path) == golden.tensors, "\(name)")
                #expect(try PyTorchCheckpoint(path: path).ignored.sorted() == golden.ignored, "\(name)")
            }
        }
    }

    @Test("name what was refused")
    func nameTheGlobal() throws {
        let path = PyTorchGolden.folder.appending(path: "long.pt").path
        #expect(throws: WeightFileError.refusedGlobal(name: "torch.LongStorage")) {
            try PyTorchCheckpoint(path: path)
        }
    }

    @Test("give equal tensors or a typed error after any mutation", arguments: UInt64(0)..<40)
    func survivesMutation(seed: UInt64) throws {
        let names = ["module_state.pt", "training.pt", "shared.pt", "turned.pt"]
        let name = names[Int(seed % 4)]
        let good = Array(try Data(contentsOf: PyTorchGolden.folder.appending(path: name)))
        let expected = try #require(try PyTorchGolden.all()[name]?.tensors)
        var random = SplitMix64(seed: seed)
        let scratch = try ScratchFolder()
        var refused = 0
        for _ in 0..<50 {
            var bytes = good
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
            case 1: bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random))
            case 2:
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            default:
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^=
                    1 << UInt8.random(in: 0..<8, using: &random)
            }
            let path = try scratch.write(bytes, to: "mutated.pt")
            do {
                #expect(try PyTorchGolden.read(path) == expected)
            } catch is WeightFileError {
                refused += 1
            }
        }
        #expect(refused > 10)
    }

    @Test(
        "stay within their storages, or give a typed error, after any change of the pickle",
        arguments: UInt64(0)..<40)
    func survivesPickleMutation(seed: UInt64) throws {
        typealias P = PickleText
        var random = SplitMix64(seed: seed)
        let items = [("a", P.tensor("0", 6, [2, 3])), ("b", P.tensor("1", 4, [2, 2], strides: [1, 2]))]
        let epoch = P.dict + P.text("epoch") + P.int(3) + P.setItem
        let body = epoch + P.text("state_dict") + P.named(items) + P.setItem
        let storages = [[UInt8](repeating: 1, count: 24), [UInt8](repeating: 2, count: 16)]
        let scratch = try ScratchFolder()
        var refused = 0
        for _ in 0..<100 {
            var changed = body
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: 0..<changed.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed[place] = .random(in: 0...255, using: &random)
                case 1: changed.remove(at: place)
                default: changed.insert(changed[Int.random(in: 0..<changed.count, using: &random)], at: place)
                }
            }
            let path = try scratch.write(P.checkpoint(changed, storages), to: "mutated.pt")
            do {
                let held = try PyTorchGolden.read(path).values.flatMap(\.bits)
                #expect(held.allSatisfy { [0x0101_0101, 0x0202_0202].contains($0) })
            } catch is WeightFileError {
                refused += 1
            }
        }
        #expect(refused > 20)
    }
}
