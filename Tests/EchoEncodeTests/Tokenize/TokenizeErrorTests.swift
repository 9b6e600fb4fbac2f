import EchoCore
import EchoEncode
import Testing

@Suite("Tokenize error") struct TokenizeErrorTests {
    @Test("has a code of its own for each case, a reason and a remedy")
    func reports() {
        let file = VocabularyFile.merges
        let errors: [(TokenizeError, String)] = [
            (.unreadable(file: file), "encode.vocabularyUnreadable"),
            (.tooLarge(file: file, limit: 1), "encode.vocabularyTooLarge"),
            (.damagedArchive(file: file, status: -3), "encode.vocabularyArchiveDamaged"),
            (.notText(file: file), "encode.vocabularyNotText"),
            (.malformedLine(file: file, line: 1, found: "", expected: ""), "encode.vocabularyLineMalformed"),
            (.malformedJSON(file: file, expected: ""), "encode.vocabularyJSONMalformed"),
            (.inconsistent(file: file, found: "", expected: ""), "encode.vocabularyInconsistent"),
            (.emptyVocabulary(file: file), "encode.vocabularyEmpty"),
            (.contextTooShort(found: 1), "encode.contextTooShort"),
            (.textTooLong(characters: 2, limit: 1), "encode.textTooLong"),
            (.nothingRecognized(characters: 3), "encode.nothingRecognized"),
        ]
        for (error, code) in errors {
            #expect(error.report.code == code)
            #expect(!error.report.reason.isEmpty && !error.report.remedy.isEmpty)
        }
        #expect(TokenizeError.unreadable(file: file).report.kind == .denied)
        #expect(TokenizeError.nothingRecognized(characters: 3).report.reason.contains("[start, end]"))
    }
}
