import EchoCore
import EchoEncode
import EchoIndex
import EchoService
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Precision") struct PrecisionTests {
    /// A model's store of the test's own, since evidence changes the manifest.
    static func store(_ scratch: ScratchFolder, readOnly: Bool = false) throws -> ModelStore {
        let from = URL(filePath: try TinyModel.models()).appending(path: TinyModel.name)
        for name in ["manifest.json", "weights.safetensors", "merges.txt"] {
            _ = try scratch.write(
                Data(contentsOf: from.appending(path: name)), to: "models/\(TinyModel.name)/\(name)")
        }
        let folder = scratch.url.appending(path: "models")
        return readOnly
            ? ModelStore(root: scratch.url.appending(path: "none"), readOnlyRoots: [folder])
            : ModelStore(root: folder)
    }

    static func mode(_ cosine: Double, _ overlap: Double = 1) -> PrecisionEvidence.Mode {
        PrecisionEvidence.Mode(
            minimumCosine: cosine, maximumError: 0.1, topTenOverlap: overlap, kendallTau: nil)
    }

    @Test("the mode is in the fingerprint: an index takes no vectors of another, and auto joins what it has")
    func spaces() async throws {
        let clips = try TestArchive.run()
        let plain = try TestArchive()
        _ = try await plain.ingest([clips[0]])
        let index = plain.scratch.path("index")
        do {
            _ = try await TestArchive([.index: index, .precision: "int8"]).ingest([clips[1]])
            Issue.record("vectors of two modes went into one index")
        } catch IndexError.mixedSpace(_, let differing) {
            #expect(differing == [.precision])
        }
        let joined = try await TestArchive([.index: index, .precision: "auto"]).ingest([clips[1]])
        #expect(joined.summary.embedded == 1)
        let spaces = try await plain.reading { try await $0.spaces() }
        #expect(spaces.map(\.fingerprint.precision) == ["fp32"])
        #expect(spaces[0].fingerprint.description.contains("precision=fp32;"))
    }

    @Test("a query embeds its file in the index's own mode, whatever the settings say")
    func queries() async throws {
        let archive = try TestArchive([.precision: "int8"])
        let clips = try TestArchive.run()
        _ = try await archive.ingest([clips[0]])
        let plain = try TestArchive([.index: archive.scratch.path("index")])
        let copy = try plain.scratch.write(Data(contentsOf: URL(filePath: clips[0])), to: "copy.dcm")
        let found = try await SearchQuery(.like(copy), page: Page(limit: 1), filter: SearchFilter())
            .run(in: plain.workspace.openIndex(for: .read), workspace: plain.workspace)
        #expect((found.results.first?.score ?? 0) > 0.999_99)
        let space = try await archive.reading { try await $0.spaces()[0] }
        #expect(try plain.workspace.model(for: space).precision == .int8)
    }

    @Test("a server and an ingest keep the mode of their index where nobody names one")
    func keepsMode() async throws {
        let archive = try TestArchive([.precision: "int8"])
        let clips = try TestArchive.run()
        _ = try await archive.ingest([clips[0]])
        let index = archive.scratch.path("index")
        #expect(try await TestArchive([.index: index]).ingest([clips[1]]).summary.embedded == 1)
        let served = try await ServedIndex.open(TestArchive([.index: index]).workspace)
        let spaces = try await served.spaces()
        #expect(spaces.map(\.fingerprint.precision) == ["int8"])
        #expect(try served.workspace.model(for: spaces[0]).precision == .int8)
        try await served.close()
        await #expect(throws: IndexError.self) {
            try await ServedIndex.open(TestArchive([.index: index, .precision: "fp32"]).workspace)
        }
    }

    @Test("clips' vectors in bf16 and int8 come near those in fp32")
    func near() async throws {
        var vectors: [String: Embedding] = [:]
        for mode in ["fp32", "bf16", "int8"] {
            let embedder = try TestArchive([.precision: mode]).workspace.embedder()
            guard case .embedded(let clip) = try await embedder.embed(path: try TestArchive.run()[0]) else {
                Issue.record("not embedded in \(mode)")
                return
            }
            vectors[mode] = clip.embedding
        }
        let plain = try #require(vectors["fp32"])
        #expect(try #require(vectors["bf16"]).similarity(to: plain) > 0.9999)
        #expect(try #require(vectors["int8"]).similarity(to: plain) > 0.999)
    }

    @Test("auto is the fastest mode whose evidence passes, and fp32 without any")
    func auto() throws {
        let weights = try #require(ContentHash(hex: String(repeating: "a", count: 64)))
        let other = try #require(ContentHash(hex: String(repeating: "b", count: 64)))
        func fastest(
            _ modes: [Precision: PrecisionEvidence.Mode], _ set: InstructionSet, _ of: ContentHash? = nil
        ) -> Precision {
            PrecisionEvidence(
                weights: weights, instructions: .avx2, phantomFrames: 56, clipFrames: 0, sentences: 0,
                modes: modes
            ).fastest(on: set, weights: of ?? weights)
        }
        let good = [Precision.bf16: Self.mode(0.99995), .int8: Self.mode(0.9995, 0.97)]
        #expect(fastest(good, .avx2) == .int8)
        #expect(fastest(good, .avx512bf16) == .int8)
        #expect(fastest(good, .portable) == .fp32)
        #expect(fastest(good, .avx2, other) == .fp32, "evidence of other weights")
        let coarse = [Precision.bf16: Self.mode(0.99995), .int8: Self.mode(0.9995, 0.94)]
        #expect(fastest(coarse, .avx512bf16) == .bf16)
        #expect(fastest(coarse, .avx2) == .fp32, "bf16 is no faster there")
        let bad = [Precision.bf16: Self.mode(0.99985), .int8: Self.mode(0.9985, 1)]
        #expect(fastest(bad, .avx512bf16) == .fp32)
        #expect(fastest([:], .avx512bf16) == .fp32)
        let archive = try TestArchive([.precision: "auto"])
        #expect(try archive.workspace.precision(for: archive.workspace.installedModel()) == .fp32)
    }

    @Test("evidence goes into the manifest of a model that may be written, and nowhere else")
    func records() throws {
        let scratch = try ScratchFolder()
        let store = try Self.store(scratch)
        let model = try store.model(named: TinyModel.name)
        let evidence = PrecisionEvidence(
            weights: model.manifest.weights.sha256, instructions: .avx2, phantomFrames: 56, clipFrames: 8,
            sentences: 3, modes: [.int8: Self.mode(0.9995)])
        #expect(try store.record(evidence, of: model))
        let read = try store.model(named: TinyModel.name).manifest
        #expect(read.evidence == evidence)
        #expect(try store.verify(TinyModel.name).isIntact)
        var without = read
        without.evidence = nil
        #expect(without == model.manifest)
        let readOnly = ModelStore(
            root: scratch.url.appending(path: "none"), readOnlyRoots: [scratch.url.appending(path: "models")])
        #expect(try !readOnly.record(evidence, of: readOnly.model(named: TinyModel.name)))
    }
}
