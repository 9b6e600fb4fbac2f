import EchoCore
import EchoEncode
import EchoTesting
import Foundation
import Testing

@Suite("CLIP tokenizer") struct CLIPTokenizerTests {
    @Test("gives open_clip's ids for all 2,018 golden strings")
    func golden() throws {
        let tokenizer = try TokenGolden.published.get()
        let cases = try TokenGolden.lines("bpe_tokens.jsonl", TokenGolden.Ids.self)
        #expect(cases.count == 2_018)
        for golden in cases {
            #expect(try tokenizer.tokenize(golden.text).ids == golden.ids, "\(golden.text.debugDescription)")
        }
    }

    @Test("gives the reference's ids for 600 strings of many scripts")
    func scripts() throws {
        let tokenizer = try TokenGolden.clip(contextLength: 4_096)
        let cases = try TokenGolden.lines("unicode_tokens.jsonl", TokenGolden.Ids.self)
        #expect(cases.count == 600)
        for golden in cases {
            let ids = try tokenizer.tokenize(golden.text).ids
            let read = golden.ids.prefix { $0 != 49_407 }
            #expect(Array(ids.dropFirst().dropLast()) == Array(read), "\(golden.text.debugDescription)")
        }
    }

    @Test("has CLIP's 49,408 symbols, of which the last two are start and end")
    func size() throws {
        let tokenizer = try TokenGolden.published.get()
        #expect(tokenizer.vocabularySize == 49_408)
        #expect(tokenizer.endToken == 49_407)
        #expect(tokenizer.contextLength == 77)
        #expect(tokenizer.kind.rawValue == "clip-bpe")
        #expect(try tokenizer.tokenize("").ids == [49_406, 49_407])
    }

    @Test("keeps the head of a long text, ends it with the end token and counts the loss", arguments: 2..<40)
    func truncation(contextLength: Int) throws {
        let tokenizer = try TokenGolden.clip(contextLength: contextLength)
        let text = (0..<20).map { "wall \($0 % 10)" }.joined(separator: " ")
        let whole = try TokenGolden.published.get().tokenize(text).ids
        let cut = try tokenizer.tokenize(text)
        #expect(whole.count == 42)
        #expect(cut.ids == whole.prefix(contextLength - 1) + [49_407])
        #expect(cut.droppedTokens == 42 - contextLength)
    }

    @Test("stays within its ids and its context, and ignores doubled white space", arguments: UInt64(0)..<200)
    func anyText(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tokenizer = try TokenGolden.published.get()
        let text = RandomText.make(count: Int.random(in: 0...120, using: &random), using: &random)
        let tokens = try tokenizer.tokenize(text)
        #expect(tokens.ids.count <= 77)
        #expect(tokens.ids.first == 49_406 && tokens.ids.last == 49_407)
        #expect(tokens.ids.allSatisfy { 0..<49_408 ~= $0 })
        let spellsEnd = CleanText.string(of: text).contains("<end_of_text>")
        #expect(tokens.droppedTokens == 0 || tokens.ids.count == 77 || spellsEnd)
        let words = text.replacingOccurrences(of: "<", with: "").split(separator: " ").map(String.init)
        #expect(
            try tokenizer.tokenize(words.joined(separator: " "))
                == tokenizer.tokenize(words.joined(separator: "   ")))
    }

    @Test("takes a megabyte without spaces in its stride, and refuses more", .timeLimit(.minutes(1)))
    func longText() throws {
        let tokenizer = try TokenGolden.published.get()
        var random = SplitMix64(seed: 7)
        let letters = Array("abcdefghijklmnopqrstuvwxyz")
        let word = String(
            (0..<CLIPTokenizer.characterLimit).map { _ in letters[Int.random(in: 0..<26, using: &random)] })
        let tokens = try tokenizer.tokenize(word)
        #expect(tokens.ids.count == 77 && tokens.droppedTokens > 100_000)
        #expect(throws: TokenizeError.textTooLong(characters: (1 << 20) + 1, limit: 1 << 20)) {
            try tokenizer.tokenize(word + "a")
        }
    }

    @Test("refuses a context without room for start and end", arguments: [-1, 0, 1])
    func shortContext(length: Int) {
        #expect(throws: TokenizeError.contextTooShort(found: length)) {
            try TokenGolden.clip(contextLength: length)
        }
    }
}
