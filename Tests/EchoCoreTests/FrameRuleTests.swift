import EchoCore
import EchoTesting
import Foundation
import Testing

@Suite("FrameRule") struct FrameRuleTests {
    @Test("the reference takes the first 40 frames at stride 2")
    func reference() {
        #expect(FrameRule.reference.indices(frameCount: 120) == Array(stride(from: 0, to: 40, by: 2)))
        #expect(FrameRule.reference.indices(frameCount: 5) == [0, 2, 4])
        #expect(FrameRule.reference.indices(frameCount: 1) == [0])
    }

    @Test("the paper takes the first 10 frames")
    func paper() {
        #expect(FrameRule.paper.indices(frameCount: 120) == Array(0..<10))
        #expect(FrameRule.paper.indices(frameCount: 3) == [0, 1, 2])
    }

    @Test("uniform goes from the first frame to the last in even steps, halves rounded up")
    func uniform() {
        #expect(FrameRule.uniform(count: 4).indices(frameCount: 10) == [0, 3, 6, 9])
        #expect(FrameRule.uniform(count: 1).indices(frameCount: 10) == [5])
        #expect(FrameRule.uniform(count: 20).indices(frameCount: 3) == [0, 1, 2])
    }

    @Test("every rule gives ascending frames of the clip, each once", arguments: UInt64(0)..<200)
    func ascending(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let frames = Int.random(in: 1...3000, using: &random)
        let count = Int.random(in: 1...FrameRule.largestUniformCount, using: &random)
        for rule in [FrameRule.reference, .paper, .all, .uniform(count: count)] {
            let indices = rule.indices(frameCount: frames)
            #expect(!indices.isEmpty && indices.allSatisfy { (0..<frames).contains($0) })
            #expect(zip(indices, indices.dropFirst()).allSatisfy { $0 < $1 })
        }
        #expect(FrameRule.uniform(count: count).indices(frameCount: frames).count == min(count, frames))
    }

    @Test("reads back the text it writes", arguments: ["reference", "paper", "all", "uniform:16"])
    func text(_ text: String) throws {
        let rule = try #require(FrameRule(text))
        #expect(rule.description == text)
        #expect(try JSONDecoder().decode([FrameRule].self, from: JSONEncoder().encode([rule])) == [rule])
    }

    @Test(
        "refuses other text",
        arguments: ["", "uniform", "uniform:0", "uniform:1001", "uniform:x", "Paper"])
    func refusal(_ text: String) {
        #expect(FrameRule(text) == nil)
    }
}
