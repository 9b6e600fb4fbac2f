import EchoLedger

/// A key that was just made, with the key itself.
struct KeyOutput: Encodable {
    let id: String
    let name: String
    let scope: KeyScope
    let secret: String

    init(_ made: NewKey) {
        id = made.key.id.text
        name = made.key.name
        scope = made.key.scope
        secret = made.secret
    }
}
