internal import Foundation

/// How often a model saw each token in training: `token_counts.json` beside the vocabulary.
///
/// A vocabulary of bytes reads every text, and still a word from outside the training sentences says nothing to
/// the text tower. The share of such tokens tells.
package struct TokenCounts: Sendable, Equatable, Decodable {
    /// One a token, by id.
    let counts: [Int]
    /// A token seen less often is rare.
    let rareBelow: Int

    private enum CodingKeys: String, CodingKey {
        case counts
        case rareBelow = "rare_below"
    }

    /// The counts of a folder; `nil` where it holds none.
    ///
    /// - Throws: ``TokenizeError/malformedJSON(file:expected:)``, ``TokenizeError/inconsistent(file:found:expected:)``
    ///   for another number of tokens than the vocabulary has.
    static func load(
        _ folder: VocabularyFolder, vocabularySize: Int
    ) throws(TokenizeError) -> TokenCounts? {
        let file = VocabularyFile.tokenCounts
        guard folder.holds(file) else { return nil }
        let data = Data(try folder.bytes(of: file))
        guard let found = try? JSONDecoder().decode(TokenCounts.self, from: data) else {
            throw .malformedJSON(file: file, expected: "an object of `counts` and `rare_below`")
        }
        guard found.counts.count == vocabularySize else {
            throw .inconsistent(
                file: file, found: "\(found.counts.count) counts", expected: "\(vocabularySize), one a token")
        }
        return found
    }

    /// The share of tokens that were seen less often than ``rareBelow``; `nil` for no tokens.
    func rareShare(of tokens: some Collection<Int32>) -> Double? {
        guard !tokens.isEmpty else { return nil }
        let rare = tokens.count { counts[Int($0)] < rareBelow }
        return Double(rare) / Double(tokens.count)
    }
}
