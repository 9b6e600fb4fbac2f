import EchoCore
import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

/// Packed weights that an earlier start left: the same vectors, whatever became of the files.
@Suite("Packed weights") struct PackCacheTests {
    static func frame(_ side: Int) -> ScaledFrame {
        var random = SplitMix64(seed: 4)
        return ScaledFrame(
            side: side, channels: .bgr,
            pixels: (0..<side * side * 3).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    /// The vectors of a frame and a text, and whether calibration was asked for.
    static func vectors(
        _ model: InstalledModel, _ precision: Precision = .fp32, cache: PackCache
    ) throws -> (image: Embedding, text: Embedding, calibrated: Bool) {
        var calibrated = false
        let loaded = try EchoModel(model, precision: precision, cache: cache) { _ in
            calibrated = true
            return [frame(64)]
        }
        return (
            try loaded.embed(frame(64), scratch: loaded.makeScratch()),
            try loaded.embed(text: "the valve").embedding, calibrated
        )
    }

    static func packs(in folder: URL) -> [String] {
        ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(".safetensors") || $0.hasSuffix(".json") }.sorted()
    }

    @Test(
        "lie beside a model that may be written, and are read at the second start",
        arguments: Precision.allCases)
    func beside(precision: Precision) throws {
        let scratch = try ScratchFolder()
        let model = try PrecisionTests.store(scratch).model(named: TinyModel.name)
        let fresh = try Self.vectors(model, precision, cache: .none)
        #expect(Self.packs(in: model.folder.appending(path: "packed")).isEmpty)
        let cache = PackCache(userFolder: nil)
        let first = try Self.vectors(model, precision, cache: cache)
        let files = Self.packs(in: model.folder.appending(path: "packed"))
        #expect(files.count == (Kernels.best.instructions == .portable ? 0 : 4), "\(files)")
        let second = try Self.vectors(model, precision, cache: cache)
        #expect((first.image, first.text) == (fresh.image, fresh.text))
        #expect((second.image, second.text) == (fresh.image, fresh.text))
        #expect(first.calibrated == (precision == .int8))
        #expect(!second.calibrated || Kernels.best.instructions == .portable)
    }

    @Test("lie in the user's cache where the model is only read")
    func readOnly() throws {
        let scratch = try ScratchFolder()
        let model = try PrecisionTests.store(scratch, readOnly: true).model(named: TinyModel.name)
        let fresh = try Self.vectors(model, cache: .none)
        let cache = PackCache(userFolder: scratch.url.appending(path: "cache"))
        for _ in 0..<2 {
            let found = try Self.vectors(model, cache: cache)
            #expect((found.image, found.text) == (fresh.image, fresh.text))
        }
        #expect(Self.packs(in: model.folder) == ["manifest.json", "weights.safetensors"])
        let expected = Kernels.best.instructions == .portable ? 0 : 4
        #expect(Self.packs(in: scratch.url.appending(path: "cache")).count == expected)
    }

    @Test("are packed anew where a byte is wrong, the end is missing, or they are another model's")
    func damage() throws {
        guard Kernels.best.instructions != .portable else { return }
        let scratch = try ScratchFolder()
        let model = try PrecisionTests.store(scratch).model(named: TinyModel.name)
        let cache = PackCache(userFolder: nil)
        let fresh = try Self.vectors(model, cache: cache)
        let folder = model.folder.appending(path: "packed")
        for name in Self.packs(in: folder) {
            let file = folder.appending(path: name)
            let whole = try Data(contentsOf: file)
            var flipped = whole
            flipped[whole.count * 3 / 4] ^= 16
            for bytes in [flipped, whole.dropLast(64), Data(), Data("{}".utf8)] {
                try Data(bytes).write(to: file)
                let found = try Self.vectors(model, cache: cache)
                #expect((found.image, found.text) == (fresh.image, fresh.text), "\(name)")
                #expect(try Data(contentsOf: file) == whole, "\(name) was mended")
            }
        }
        let record = folder.appending(
            path: try #require(Self.packs(in: folder).first { $0.hasSuffix(".json") }))
        let text = try String(contentsOf: record, encoding: .utf8)
        let other = text.replacing(model.manifest.weights.sha256.hex, with: String(repeating: "0", count: 64))
        #expect(other != text)
        try Data(other.utf8).write(to: record)
        let found = try Self.vectors(model, cache: cache)
        #expect((found.image, found.text) == (fresh.image, fresh.text))
    }

    @Test("are marked as used when they are read, both files of each")
    func touched() throws {
        guard Kernels.best.instructions != .portable else { return }
        let scratch = try ScratchFolder()
        let model = try PrecisionTests.store(scratch).model(named: TinyModel.name)
        let cache = PackCache(userFolder: nil)
        _ = try Self.vectors(model, cache: cache)
        let folder = model.folder.appending(path: "packed")
        let files = Self.packs(in: folder).map { folder.appending(path: $0).path }
        #expect(files.count == 4)
        let old = Date(timeIntervalSince1970: 1_000)
        for file in files {
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file)
        }
        _ = try Self.vectors(model, cache: cache)
        for file in files {
            let used = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
            #expect(try #require(used) > old, "\(file)")
        }
    }

    @Test("in the user's cache never hold more than the limit: what was used last stays")
    func prune() throws {
        let scratch = try ScratchFolder()
        for (place, name) in ["a/old", "a/older", "b/new"].enumerated() {
            let path = try scratch.write([UInt8](repeating: 0, count: 100), to: name)
            let date = Date(timeIntervalSince1970: [2_000, 1_000, 3_000][place])
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
        }
        let files = CachedFiles(below: scratch.url)
        files.prune(to: 300)
        #expect(FileManager.default.fileExists(atPath: scratch.path("a/older")))
        files.prune(to: 200)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("a/older")))
        files.prune(to: 150)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("a/old")))
        #expect(FileManager.default.fileExists(atPath: scratch.path("b/new")))
    }
}
