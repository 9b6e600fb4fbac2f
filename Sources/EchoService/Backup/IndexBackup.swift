public import EchoIndex

/// What a backup holds: the index, and a server's state where there was one.
public struct IndexBackup: Sendable, Equatable, Encodable {
    /// Of a server's state.
    public struct Service: Sendable, Equatable, Encodable {
        /// Originals of clips that were sent; `nil` where they were left out.
        public let originals: Int?
        /// Files that were sent and had not been ingested.
        public let uploads: Int
        /// Files that belong to it and were missing or damaged.
        public let missing: Int
    }

    /// The index.
    public let index: BackupManifest
    /// The server's state; `nil` where there was none.
    public let service: Service?

    init(_ index: BackupManifest, _ service: ServiceBackup?) {
        self.index = index
        self.service = service.map {
            Service(
                originals: $0.originals, uploads: $0.waiting.keys.count { !$0.hasSuffix(".json") },
                missing: $0.missing)
        }
    }

    private enum Keys: String, CodingKey { case service }

    /// The manifest's fields, with `service` beside them.
    public func encode(to encoder: any Encoder) throws {
        try index.encode(to: encoder)
        var container = encoder.container(keyedBy: Keys.self)
        try container.encodeIfPresent(service, forKey: .service)
    }
}
