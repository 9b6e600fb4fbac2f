import EchoLedger

/// Who sent a request, as far as it is known.
struct Caller: Sendable, Equatable {
    /// For the audit trail and the log.
    let actor: AuditActor
    /// How far the caller may go; `nil` for nowhere but the open routes.
    let scope: KeyScope?
    /// The key's name; `nil` without one.
    let name: String?

    /// Nobody we know.
    static let unknown = Caller(actor: .unknown, scope: nil, name: nil)
    /// Whoever sits at this machine, where no keys were made.
    static let local = Caller(actor: .local, scope: .admin, name: nil)

    init(actor: AuditActor, scope: KeyScope?, name: String?) {
        self.actor = actor
        self.scope = scope
        self.name = name
    }

    init(_ key: APIKey) { self.init(actor: .key(key.id), scope: key.scope, name: key.name) }

    /// The scopes that it has.
    var scopes: [KeyScope] { scope.map { own in KeyScope.allCases.filter { own.permits($0) } } ?? [] }
}
