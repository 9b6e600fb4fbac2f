import EchoEncode

/// A verification with its verdict.
struct VerifiedModel: Encodable {
    let name: String
    let ok: Bool
    let files: [ModelVerification.File]

    init(_ found: ModelVerification) {
        (name, ok, files) = (found.name, found.isIntact, found.files)
    }
}
