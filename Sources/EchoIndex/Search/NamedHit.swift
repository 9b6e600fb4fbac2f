public import EchoCore

/// An entry of a ranking with what its study and clip are known by; patient data.
public struct NamedHit: Sendable, Equatable {
    /// What a clip is known by.
    public struct NamedClip: Sendable, Equatable {
        /// What it shows.
        public let kind: ClipKind
        /// The view, such as `a4c`; `nil` where nobody said.
        public let view: String?
        /// Where the file was, as the user wrote it.
        public let path: String
        /// Why estimates, identity and devices leave it out; `nil` where they use it.
        public let leftOutReason: String?
    }

    /// The entry.
    public let hit: SearchHit
    /// StudyInstanceUID or the manifest's name; `nil` for a file nobody said anything about.
    public let studyKey: String?
    /// The study's day.
    public let date: StudyDate?
    /// Its patient; `nil` where unknown.
    public let patient: PatientID?
    /// The clip, where clips were ranked.
    public let clip: NamedClip?
}
