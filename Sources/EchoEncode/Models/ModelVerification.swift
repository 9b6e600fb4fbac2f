public import EchoCore

/// What re-reading every file of a model found.
public struct ModelVerification: Sendable, Equatable, Codable {
    /// One file's outcome.
    public struct File: Sendable, Equatable, Codable {
        /// What a file turned out to be.
        public enum State: String, Sendable, Codable, CaseIterable {
            /// It has the SHA-256 that the manifest states.
            case intact
            /// It has another.
            case damaged
            /// It is not there, or cannot be read.
            case missing
        }

        /// What the file is for.
        public let role: ModelFile.Role
        /// Its name in the model folder.
        public let name: String
        /// What it turned out to be.
        public let state: State
        /// What the manifest states.
        public let expected: ContentHash
        /// What was found; `nil` for a missing file.
        public let found: ContentHash?
    }

    /// The model's name.
    public let name: String
    /// Every file that the manifest names.
    public let files: [File]

    /// Whether every file is as the import left it.
    public var isIntact: Bool { files.allSatisfy { $0.state == .intact } }

    /// The first file that is not as the import left it, as an error; `nil` where all are.
    public var failure: ModelError? {
        files.first { $0.state != .intact }.map { .damaged(role: $0.role, file: $0.name, state: $0.state) }
    }
}
