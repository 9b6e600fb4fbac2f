import EchoEncode
import Testing

@Suite("Clean text") struct CleanTextTests {
    /// ftfy leaves this one as it is; the narrower rule repairs a part of it: mojibake put in capitals.
    private static let different = ["\u{C5}\u{BF}\u{83}\u{C8}\u{87}\u{93} HYPERTROPHY"]

    @Test("equals ftfy, html.unescape and lower() on 747 of 748 damaged texts")
    func golden() throws {
        let cases = try TokenGolden.lines("repaired_texts.jsonl", TokenGolden.Clean.self)
        #expect(cases.count == 748)
        var differing = 0
        for golden in cases {
            let clean = CleanText.string(of: golden.text)
            let isEqual = clean.unicodeScalars.elementsEqual(golden.clean.unicodeScalars)
            let isKnown = Self.different.contains { golden.text.hasPrefix($0) }
            #expect(isEqual || isKnown, "\(golden.text.debugDescription): \(clean.debugDescription)")
            if !isEqual { differing += 1 }
        }
        #expect(differing == 1)
    }
}
