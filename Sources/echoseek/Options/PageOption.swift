import ArgumentParser
import EchoIndex

/// Which part of a ranking.
struct PageOption: ParsableArguments {
    @Option(name: [.customShort("k"), .long], help: "How many results.")
    var limit = SearchRequest.defaultLimit

    @Option(name: .long, help: "How many of the best to pass over.")
    var offset = 0

    func validate() throws {
        guard (1...10_000).contains(limit) else { throw ValidationError("-k is from 1 to 10000.") }
        guard offset >= 0 else { throw ValidationError("--offset is not negative.") }
    }

    /// The part as the index takes it.
    var page: Page { Page(offset: offset, limit: limit) }
}
