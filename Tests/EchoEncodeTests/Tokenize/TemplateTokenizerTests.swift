import EchoCore
import EchoEncode
import EchoTesting
import Foundation
import Testing

@Suite("Template tokenizer") struct TemplateTokenizerTests {
    struct Golden: Decodable {
        let template_count: Int
        let bos: Int32
        let eos: Int32
        let context: Int
        let cases: [Case]
    }

    struct Case: Decodable {
        let text: String
        let cleaned: String
        let variables: [String]
        let template: String
        let ids: [Int32]
    }

    private static func golden() throws -> Golden {
        let file = TokenGolden.folder.appending(path: "template_tokens.json")
        return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file))
    }

    @Test("gives the reference's cleaned text, values, template text and ids in every golden case")
    func golden() throws {
        let golden = try Self.golden()
        let tokenizer = try TokenGolden.template(contextLength: golden.context)
        guard case .template(let template) = tokenizer else {
            Issue.record("template_vocab.txt made no template tokenizer")
            return
        }
        #expect(golden.cases.count == 23)
        #expect(template.startToken == golden.bos && template.endToken == golden.eos)
        #expect(tokenizer.kind == .template && tokenizer.vocabularySize == Int(golden.eos) + 1)
        for golden in golden.cases {
            let reading = template.spelled(golden.text)
            #expect(reading.cleaned == golden.cleaned)
            #expect(reading.values == golden.variables)
            #expect(reading.template == golden.template)
            let end = try #require(golden.ids.firstIndex(of: template.endToken))
            if end == 1 {
                #expect(throws: TokenizeError.nothingRecognized(characters: golden.text.unicodeScalars.count))
                {
                    try tokenizer.tokenize(golden.text)
                }
            } else {
                #expect(try tokenizer.tokenize(golden.text).ids == Array(golden.ids[...end]))
            }
        }
    }

    @Test("tells how much of a report it knew")
    func coverage() throws {
        let tokenizer = try TokenGolden.template()
        let known = try #require(try tokenizer.tokenize("The ejection fraction measures 55%.").coverage)
        #expect(known == TemplateCoverage(recognizedCharacters: 36, characters: 36, droppedSpans: 0))
        #expect(known.share == 1)
        let partly = try #require(
            try tokenizer.tokenize("Unknown 12. A lead is seen. Also unknown. Image quality is limited.")
                .coverage)
        #expect(partly == TemplateCoverage(recognizedCharacters: 42, characters: 68, droppedSpans: 2))
    }

    @Test("counts what the context has no room for")
    func truncation() throws {
        let report = String(repeating: "A lead is seen. ", count: 10)
        let cut = try TokenGolden.template(contextLength: 6).tokenize(report)
        #expect(cut.ids == [154, 15, 15, 15, 15, 155])
        #expect(cut.droppedTokens == 6)
    }

    @Test("numbers values, start and end after the 770 phrases of the published size")
    func publishedSize() throws {
        let folder = try ScratchFolder()
        let lines = (0..<770).map { "PHRASE \(String(repeating: "X", count: $0 + 1)) IS <#>%. \n" }.joined()
        _ = try folder.write(lines.utf8, to: "template_vocab.txt")
        let tokenizer = try #require(try Tokenizer.load(folder: folder.url, contextLength: 77))
        #expect(tokenizer.vocabularySize == 909)
        #expect(try tokenizer.tokenize("Phrase x is 60%.").ids.count == 4)
        #expect(try tokenizer.tokenize("Phrase xx is 60%.").ids == [907, 6, 840, 908])
    }

    @Test("puts in missing periods and replacements that the folder lists")
    func lists() throws {
        let folder = try ScratchFolder()
        _ = try folder.write("A LEAD IS SEEN. \nTHE ROOT IS <#>CM. \n".utf8, to: "template_vocab.txt")
        let report = "A lead is seen the root measures 3 cm."
        let bare = try #require(try Tokenizer.load(folder: folder.url, contextLength: 77))
        #expect(throws: TokenizeError.nothingRecognized(characters: 38)) { try bare.tokenize(report) }
        _ = try folder.write("A LEAD IS SEEN\n".utf8, to: "template_phrases_without_period.txt")
        _ = try folder.write("ROOT MEASURES <#>\tROOT IS <#>\n".utf8, to: "template_replacements.tsv")
        let helped = try #require(try Tokenizer.load(folder: folder.url, contextLength: 77))
        #expect(try helped.tokenize(report).ids == [139, 5, 6, 15, 140])
        #expect(
            Tokenizer.files(in: folder.url)
                == [.templates, .phrasesWithoutPeriod, .templateReplacements])
    }

    @Test("stays within its ids and its context on any text", arguments: UInt64(0)..<200)
    func anyText(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tokenizer = try TokenGolden.template()
        let noise = RandomText.make(count: Int.random(in: 0...80, using: &random), using: &random)
        let tokens = try tokenizer.tokenize(noise + " . A lead is seen. X " + noise)
        #expect(tokens.ids.count <= 77 && tokens.ids.first == 154 && tokens.ids.last == 155)
        #expect(tokens.ids.allSatisfy { 5...155 ~= $0 })
        let coverage = try #require(tokens.coverage)
        #expect(0..<1 ~= coverage.share || coverage.droppedSpans == 0)
        #expect(coverage.recognizedCharacters > 0 || tokens.droppedTokens > 0)
    }

    @Test("refuses a phrase that stands twice, an empty one and an empty file")
    func malformed() throws {
        let folder = try ScratchFolder()
        for (content, error) in [
            (
                "A. \nB. \nA. \n",
                TokenizeError.malformedLine(
                    file: .templates, line: 3, found: "a phrase of an earlier line",
                    expected: "each phrase once")
            ),
            (
                "A. \n\nB. \n",
                .malformedLine(
                    file: .templates, line: 2, found: "0 characters", expected: "1 to 2000")
            ),
            ("\n", .emptyVocabulary(file: .templates)),
        ] {
            _ = try folder.write(content.utf8, to: "template_vocab.txt")
            #expect(throws: error) { try Tokenizer.load(folder: folder.url, contextLength: 77) }
        }
    }
}
