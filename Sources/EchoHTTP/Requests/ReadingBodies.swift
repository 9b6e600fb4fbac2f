import EchoReading

/// The body of POST /v1/search.
struct SearchBody: JSONBody {
    /// What can be ranked.
    enum Level: String, Decodable { case clip, study }

    let text: String?
    let study: String?
    let clip: String?
    let upload: String?
    let data: String?
    let level: Level?
    let limit: Int?
    let offset: Int?
    let filter: FilterBody?

    static let fields: Set<String> = [
        "text", "study", "clip", "upload", "data", "level", "limit", "offset", "filter",
    ]
    static let nested = ["filter": FilterBody.fields]
}

/// The body of POST /v1/ask.
struct AskBody: JSONBody {
    let set: String
    let category: String?
    let limit: Int?
    let offset: Int?
    let filter: FilterBody?

    static let fields: Set<String> = ["set", "category", "limit", "offset", "filter"]
    static let nested = ["filter": FilterBody.fields]
}

/// The body of POST /v1/estimate.
struct EstimateBody: JSONBody {
    let quantity: String
    let studies: [String]
    let formula: EstimateFormula?

    static let fields: Set<String> = ["quantity", "studies", "formula"]
    /// Studies in one request, at most.
    static let most = 100
}

/// The body of POST /v1/compare.
struct CompareBody: JSONBody {
    let first: String
    let second: String

    static let fields: Set<String> = ["first", "second"]
}
