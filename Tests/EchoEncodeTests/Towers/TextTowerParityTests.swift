import EchoCore
import EchoEncode
import EchoTensor
import EchoTesting
import Foundation
import Testing

@Suite("Text tower against open_clip") struct TextTowerParityTests {
    /// As for the vision tower: fp32 leaves some 1e-6.
    static let tolerance = Tolerance(absolute: 1e-5, relative: 1e-5)

    static func tower() throws -> TextTower {
        try TextTower(
            weights: try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors"),
            configuration: TowerGolden.tiny)
    }

    /// The ids of all golden texts, 77 each.
    static func tokens() throws -> [Int] {
        try TowerGolden.integers("in.tokens", in: "tiny_clip/tiny_clip_io.safetensors")
    }

    /// Text `item`'s rows of a golden tensor up to the end token.
    static func rows(_ tensor: FloatTensor, item: Int, count: Int, tokensFirst: Bool) -> [Float] {
        let width = tensor.shape[2]
        return (0..<count * width).map { place in
            let (token, channel) = (place / width, place % width)
            let row = tokensFirst ? token * tensor.shape[1] + item : item * tensor.shape[1] + token
            return tensor[row * width + channel]
        }
    }

    @Test("gives the reference's numbers after block 0, the last norm and the projection", arguments: 0..<3)
    func stages(item: Int) throws {
        let io = try TowerGolden.file("tiny_clip/tiny_clip_io.safetensors")
        let tokens = Array(try Self.tokens()[(item * 77)..<(item * 77 + 77)])
        let tower = try Self.tower()
        var steps: [TextStep: [Float]] = [:]
        let output = try tower.project(tokens, scratch: tower.makeScratch()) { steps[$0] = $1 }
        let count = (steps[.finalNorm] ?? []).count / 64
        #expect(count == 1 + (tokens.firstIndex(of: tokens.max() ?? 0) ?? 0))
        let expected: [(String, [Float]?, [Float])] = [
            (
                "text.block0", steps[.block(0)],
                Self.rows(try io.floats("act.text.block0_LND"), item: item, count: count, tokensFirst: true)
            ),
            (
                "text.ln_final", steps[.finalNorm],
                Self.rows(
                    try io.floats("act.text.ln_final_NLD"), item: item, count: count, tokensFirst: false)
            ),
            ("out.text", output, TowerGolden.item(try io.floats("out.text"), item)),
        ]
        for (name, found, reference) in expected {
            let found = try #require(found)
            #expect(TowerGolden.cosine(found, reference) > 0.999_999_9, "\(name)")
            #expect(Self.tolerance.worstOffender(found, reference) == nil, "\(name)")
            print("tiny \(name) item \(item): max |Δ| \(TowerGolden.largestDifference(found, reference))")
        }
    }

    @Test("and the vision tower together give the reference's logits")
    func logits() throws {
        let io = try TowerGolden.file("tiny_clip/tiny_clip_io.safetensors")
        let weights = try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors")
        let vision = try VisionTower(weights: weights, configuration: TowerGolden.tiny)
        let images = try (0..<2).map {
            vision.project(
                planar: TowerGolden.item(try io.floats("in.image"), $0), scratch: vision.makeScratch()
            ) { _, _ in }
        }
        let tokens = try Self.tokens()
        let texts = try Self.tower().project((0..<3).map { Array(tokens[($0 * 77)..<($0 * 77 + 77)]) })
        let scale = exp(Double(try weights.floats("logit_scale")[0]))
        let logits = images.flatMap { image in texts.map { Float(scale * TowerGolden.cosine(image, $0)) } }
        // Logits are up to 100 cosines; 1e-6 of a cosine is 1e-4 of a logit.
        let offender = Tolerance(absolute: 1e-4, relative: 1e-5)
            .worstOffender(logits, try io.floats("out.logits").values)
        #expect(offender == nil)
    }

    @Test("does not see what follows the end token", arguments: UInt64(0)..<10)
    func stopsAtEnd(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tower = try Self.tower()
        let length = Int.random(in: 1...75, using: &random)
        let words = [998] + (0..<length - 1).map { _ in Int.random(in: 1...900, using: &random) } + [999]
        let padded = words + [Int](repeating: 0, count: 77 - words.count)
        let noisy = words + (words.count..<77).map { _ in Int.random(in: 0...999, using: &random) }
        let results = try tower.project([words, padded, noisy])
        #expect(results[0] == results[1])
        #expect(results[0] == results[2])
        #expect(try tower.project([[998, 5, 999]])[0] != results[0])
    }

    @Test("gives a text the same bits alone and in any batch", arguments: InstructionSet.available)
    func batches(set: InstructionSet) throws {
        let kernels = try #require(Kernels(set))
        let tower = try TextTower(
            weights: try TowerGolden.file("tiny_clip/tiny_clip_weights.safetensors"),
            configuration: TowerGolden.tiny, kernels: kernels)
        var random = SplitMix64(seed: 11)
        let texts = (0..<70).map { place in
            [998] + (0..<place % 23 * 3 + 1).map { _ in Int.random(in: 1...900, using: &random) } + [999]
        }
        let together = try tower.project(texts)
        let scratch = tower.makeScratch()
        for (text, found) in zip(texts, together).reversed() {
            #expect(try tower.project(text, scratch: scratch) == found)
        }
        #expect(try tower.project(Array(texts.reversed())) == together.reversed())
        #expect(Set(together).count == texts.count)
    }

    @Test("refuses texts that the model cannot read, and says why")
    func refuses() throws {
        let tower = try Self.tower()
        #expect(throws: EncodeError.noTokens) { try tower.project([[]]) }
        #expect(throws: EncodeError.tooManyTokens(count: 78, limit: 77)) {
            try tower.project([[Int](repeating: 1, count: 78)])
        }
        #expect(throws: EncodeError.unknownToken(id: 1000, vocabularySize: 1000)) {
            try tower.project([[998, 1000]])
        }
        #expect(throws: EncodeError.unknownToken(id: -1, vocabularySize: 1000)) {
            try tower.project([[998, -1, 999]])
        }
    }
}
