import EchoCore
import EchoEncode
import EchoTesting
import Foundation
import Testing

@Suite("Vocabulary files") struct VocabularyFileTests {
    @Test("give the same ids from the archive, merges.txt and both spellings of tokenizer.json")
    func sameIDs() throws {
        let maker = try VocabularyMaker.published()
        let texts = try TokenGolden.lines("bpe_tokens.jsonl", TokenGolden.Ids.self)
        for write in [
            { (folder: ScratchFolder) in
                try maker.writeMerges(into: folder)
                try maker.writeVocabulary(into: folder)
            },
            { try maker.writeMerges(into: $0) },
            { try maker.writeTokenizer(into: $0, asPairs: true) },
            { try maker.writeTokenizer(into: $0, asPairs: false) },
        ] {
            let folder = try ScratchFolder()
            try write(folder)
            let tokenizer = try #require(try Tokenizer.load(folder: folder.url, contextLength: 77))
            #expect(tokenizer.vocabularySize == 49_408)
            #expect(try texts.allSatisfy { try tokenizer.tokenize($0.text).ids == $0.ids })
        }
    }

    @Test("of our own and any size are read too")
    func small() throws {
        let folder = try ScratchFolder()
        try VocabularyMaker.small.writeArchive(into: folder)
        let tokenizer = try #require(try Tokenizer.load(folder: folder.url, contextLength: 8))
        #expect(tokenizer.vocabularySize == 520)
        #expect(try tokenizer.tokenize("The valve").ids == [518, 517, 515, 519])
        let special = "<start_of_text> valve <END_OF_TEXT> the"
        #expect(try tokenizer.tokenize(special).ids == [518, 518, 515, 519])
    }

    @Test("are named for the import, the first kind that is there alone")
    func names() throws {
        let folder = try ScratchFolder()
        #expect(Tokenizer.files(in: folder.url) == [])
        #expect(try Tokenizer.load(folder: folder.url, contextLength: 77) == nil)
        try VocabularyMaker.small.writeMerges(into: folder)
        #expect(Tokenizer.files(in: folder.url) == [.merges])
        try VocabularyMaker.small.writeVocabulary(into: folder)
        #expect(Tokenizer.files(in: folder.url) == [.merges, .vocabulary])
        try VocabularyMaker.small.writeTokenizer(into: folder, asPairs: true)
        #expect(Tokenizer.files(in: folder.url) == [.tokenizer])
        try VocabularyMaker.small.writeArchive(into: folder)
        #expect(Tokenizer.files(in: folder.url) == [.mergeArchive])
        _ = try folder.write("A. \n".utf8, to: "template_vocab.txt")
        #expect(Tokenizer.files(in: folder.url) == [.templates])
    }

    @Test("are refused with the line, what was found and what was expected")
    func malformed() throws {
        for (merges, error) in [
            (
                "#version: 0.2\nv a\nv\n",
                TokenizeError.malformedLine(
                    file: .merges, line: 3, found: "1 symbols", expected: "2")
            ),
            ("v a\nx y z\n", .malformedLine(file: .merges, line: 2, found: "3 symbols", expected: "2")),
            ("v a\n\nl v\n", .malformedLine(file: .merges, line: 2, found: "0 symbols", expected: "2")),
            (
                "va l\n",
                .malformedLine(
                    file: .merges, line: 1, found: "a symbol that no earlier line makes",
                    expected: "two known symbols")
            ),
            (
                "v a\nv a\n",
                .malformedLine(
                    file: .merges, line: 2, found: "a symbol that is there already", expected: "a new one")
            ),
            ("#version: 0.2\n", .emptyVocabulary(file: .merges)),
        ] {
            let folder = try ScratchFolder()
            _ = try folder.write(merges.utf8, to: "merges.txt")
            #expect(throws: error) { try Tokenizer.load(folder: folder.url, contextLength: 77) }
        }
        let folder = try ScratchFolder()
        _ = try folder.write([0x76, 0x20, 0xFF, 0x0A], to: "merges.txt")
        #expect(throws: TokenizeError.notText(file: .merges)) {
            try Tokenizer.load(folder: folder.url, contextLength: 77)
        }
    }

    @Test("that number a symbol differently are refused")
    func inconsistent() throws {
        let folder = try ScratchFolder()
        try VocabularyMaker.small.writeMerges(into: folder)
        try VocabularyMaker(merges: VocabularyMaker.small.merges.reversed()).writeVocabulary(into: folder)
        #expect(
            throws: TokenizeError.inconsistent(
                file: .vocabulary, found: "id 517", expected: "id 512 for the symbol of that place")
        ) { try Tokenizer.load(folder: folder.url, contextLength: 77) }
        try VocabularyMaker(merges: ["v a"]).writeVocabulary(into: folder)
        #expect(
            throws: TokenizeError.inconsistent(
                file: .vocabulary, found: "515 symbols",
                expected: "512 for bytes, 6 for merges and 2 special ones")
        ) { try Tokenizer.load(folder: folder.url, contextLength: 77) }
    }

    @Test("give a typed error or a tokenizer when bytes are changed or cut", arguments: UInt64(0)..<60)
    func mutations(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let maker = VocabularyMaker.small
        for kind in 0..<4 {
            let folder = try ScratchFolder()
            switch kind {
            case 0: try maker.writeArchive(into: folder)
            case 1: try maker.writeTokenizer(into: folder, asPairs: seed.isMultiple(of: 2))
            case 2:
                try maker.writeMerges(into: folder)
                try maker.writeVocabulary(into: folder)
            default:
                try FileManager.default.copyItem(
                    at: TokenGolden.folder.appending(path: "template_vocab.txt"),
                    to: folder.url.appending(path: "template_vocab.txt"))
            }
            let file = try #require(Tokenizer.files(in: folder.url).randomElement(using: &random))
            var bytes = try Array(Data(contentsOf: folder.url.appending(path: file.rawValue)))
            if Bool.random(using: &random) {
                bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
            }
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            _ = try folder.write(bytes, to: file.rawValue)
            do throws(TokenizeError) {
                let loaded = try Tokenizer.load(folder: folder.url, contextLength: 77)
                let ids = try loaded?.tokenize("A lead is seen. The valve.").ids ?? []
                #expect(ids.count >= 2)
            } catch {
                #expect(error.report.code.hasPrefix("encode.") && !error.report.remedy.isEmpty)
            }
        }
    }

    @Test("that are damaged archives are found by checksum and length", arguments: 0..<40)
    func damagedArchive(place: Int) throws {
        let folder = try ScratchFolder()
        try VocabularyMaker.small.writeArchive(into: folder)
        let path = folder.path("bpe_simple_vocab_16e6.txt.gz")
        var bytes = try Array(Data(contentsOf: URL(filePath: path)))
        // Behind the header and the 4-byte time in it, every bit counts.
        bytes[10 + place * (bytes.count - 11) / 39] ^= 1
        _ = try folder.write(bytes, to: "bpe_simple_vocab_16e6.txt.gz")
        #expect(throws: TokenizeError.self) { try Tokenizer.load(folder: folder.url, contextLength: 77) }
    }
}
