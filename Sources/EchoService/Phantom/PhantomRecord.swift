import EchoPhantom

/// Lines of `truth.ndjson` and of the training set: a value's own keys, with `record` and what else is told.
enum PhantomRecord {
    /// A study with its patient's number of studies.
    struct Study: Encodable {
        let truth: StudyTruth
        let patientStudies: Int

        private enum CodingKeys: String, CodingKey { case record, patientStudies }

        func encode(to encoder: any Encoder) throws {
            try truth.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("study", forKey: .record)
            try container.encode(patientStudies, forKey: .patientStudies)
        }
    }

    /// A clip.
    struct Clip: Encodable {
        let truth: ClipTruth

        private enum CodingKeys: String, CodingKey { case record }

        func encode(to encoder: any Encoder) throws {
            try truth.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("clip", forKey: .record)
        }
    }

    /// A record as a line of the file.
    static func line(_ record: some Encodable) throws -> [UInt8] {
        Array(try ResultCoding.encode(record)) + [UInt8(ascii: "\n")]
    }
}
