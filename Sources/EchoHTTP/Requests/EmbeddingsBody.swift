/// The body of POST /v1/embeddings.
struct EmbeddingsBody: JSONBody {
    /// What the inputs are.
    enum Modality: String, Decodable { case text, clip }
    /// How vectors are written.
    enum Format: String, Decodable { case float, base64 }

    /// One input, or several.
    enum Inputs: Decodable {
        case one(String)
        case several([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let one = try? container.decode(String.self) {
                self = .one(one)
            } else {
                self = .several(try container.decode([String].self))
            }
        }
    }

    let input: Inputs
    let model: String?
    let modality: Modality?
    let encodingFormat: Format?
    let dimensions: Int?

    static let fields: Set<String> = ["input", "model", "modality", "encoding_format", "dimensions", "user"]
    static let ignoresUnknown = true
    /// Inputs in one request, at most.
    static let most = 256
    /// Characters of a text, at most.
    static let longest = 32_768

    /// The inputs, of which there is at least one.
    ///
    /// - Throws: ``HTTPFailure/empty(name:)``, ``HTTPFailure/field(name:expected:)``.
    func checkedInputs() throws -> [String] {
        let inputs: [String] =
            switch input {
            case .one(let one): [one]
            case .several(let several): several
            }
        guard !inputs.isEmpty else { throw HTTPFailure.empty(name: "input") }
        guard inputs.count <= Self.most else {
            throw HTTPFailure.field(name: "input", expected: "a list of 1 to \(Self.most)")
        }
        if modality != .clip {
            guard inputs.allSatisfy({ $0.unicodeScalars.count <= Self.longest }) else {
                throw HTTPFailure.field(
                    name: "input", expected: "texts of at most \(Self.longest) characters")
            }
        }
        return inputs
    }
}
