import EchoCore
import EchoEncode
import EchoTesting
import Foundation
import Testing

@Suite("A model as the phantom recipe exports it") struct PhantomModelTests {
    /// What the recipe's own check allows; half-precision weights are widened exactly, so far less is left.
    static let tolerance: Float = 1e-3
    static let usual: Float = 1e-5

    @Test("opens with both towers, half-precision weights, its notice and frame rule")
    func opens() throws {
        let model = try EchoModel(try PhantomGolden.model())
        #expect(model.canEmbedText)
        #expect(model.slot == .both)
        #expect(model.dimension == 16)
        let manifest = model.installed.manifest
        #expect(manifest.notice == "simulation-trained, not valid on real studies")
        #expect(manifest.preprocessing.frames == .uniform(count: 16))
        #expect(manifest.preprocessing.channels == .rgb)
        #expect(manifest.preprocessing.zoom == 0)
    }

    @Test("gives pictures the vectors that torch gives them")
    func pictures() throws {
        let golden = try PhantomGolden.vectors()
        let model = try EchoModel(try PhantomGolden.model())
        let scratch = model.makeScratch()
        #expect(golden.frames.count == 10)
        for (gray, expected) in zip(golden.frames, golden.pictures) {
            let frame = ScaledFrame(side: 32, channels: .rgb, pixels: gray.flatMap { [$0, $0, $0] })
            let found = try model.embed(frame, scratch: scratch).values
            let worst = TowerGolden.largestDifference(found, expected)
            #expect(worst < Self.usual, "largest difference \(worst)")
            #expect(worst < Self.tolerance)
        }
    }

    @Test("gives sentences the vectors that torch gives them")
    func sentences() throws {
        let golden = try PhantomGolden.vectors()
        let model = try EchoModel(try PhantomGolden.model())
        #expect(golden.texts.count == 12)
        for (text, expected) in zip(golden.texts, golden.sentences) {
            let found = try model.embed(text: text).embedding.values
            let worst = TowerGolden.largestDifference(found, expected)
            #expect(worst < Self.usual, "\(text): largest difference \(worst)")
        }
    }

    @Test("reads sentences and odd strings into the recipe's tokens, and counts the rare ones alike")
    func tokens() throws {
        let folder = try PhantomGolden.model().folder
        let tokenizer = try #require(try Tokenizer.load(folder: folder, contextLength: 77))
        let lines = try PhantomGolden.tokens()
        #expect(lines.count > 500)
        for line in lines {
            let found = try tokenizer.tokenize(line.text)
            #expect(found.ids == line.ids, "\(line.text.debugDescription)")
            #expect(found.rareTokenShare == line.rare, "\(line.text.debugDescription)")
        }
    }

    @Test("whose readouts are not as the manifest says is refused")
    func damagedReadouts() throws {
        let scratch = try ScratchFolder()
        let copy = scratch.url.appending(path: "tiny-phantom")
        try FileManager.default.copyItem(at: try PhantomGolden.model().folder, to: copy)
        let model = try ModelStore(root: scratch.url).model(named: "tiny-phantom")
        #expect(try model.readouts()?.isEmpty == false)
        #expect(try ModelStore(root: scratch.url).verify("tiny-phantom").isIntact)
        try Data("{}".utf8).write(to: copy.appending(path: "readouts.json"))
        #expect(throws: ModelError.damaged(role: .readouts, file: "readouts.json", state: .damaged)) {
            try model.readouts()
        }
        #expect(try !ModelStore(root: scratch.url).verify("tiny-phantom").isIntact)
        try FileManager.default.removeItem(at: copy.appending(path: "readouts.json"))
        #expect(throws: ModelError.damaged(role: .readouts, file: "readouts.json", state: .missing)) {
            try model.readouts()
        }
    }

    @Test(
        "whose token counts do not fit the vocabulary is refused",
        arguments: [#"{"counts":[1,2],"rare_below":20}"#, "[]", "{"])
    func wrongCounts(text: String) throws {
        let scratch = try ScratchFolder()
        let copy = scratch.url.appending(path: "tiny-phantom")
        try FileManager.default.copyItem(at: try PhantomGolden.model().folder, to: copy)
        try Data(text.utf8).write(to: copy.appending(path: "token_counts.json"))
        #expect(throws: TokenizeError.self) { try Tokenizer.load(folder: copy, contextLength: 77) }
        try FileManager.default.removeItem(at: copy.appending(path: "token_counts.json"))
        let without = try #require(try Tokenizer.load(folder: copy, contextLength: 77))
        #expect(try without.tokenize("left ventricle").rareTokenShare == nil)
    }
}
