import EchoCore
import EchoPhantom

/// Lines of a training set's files; `Models/phantom/train/FORMAT.md` specifies them.
enum TrainingRecord {
    /// A line of `clips.ndjson`.
    struct Clip: Encodable {
        let outcome: TrainingClip.Outcome
        let index: Int

        private enum CodingKeys: String, CodingKey { case record, index, patient, frameIndices }

        func encode(to encoder: any Encoder) throws {
            try outcome.truth.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode("clip", forKey: .record)
            try container.encode(index, forKey: .index)
            try container.encode(outcome.plan.study.truth.patient, forKey: .patient)
            try container.encode(outcome.frameIndices, forKey: .frameIndices)
        }
    }

    /// A line of `studies.ndjson`.
    struct Study: Encodable {
        let plan: ClipPlan

        private enum CodingKeys: String, CodingKey { case anatomy, report, sentences }

        func encode(to encoder: any Encoder) throws {
            try PhantomRecord.Study(truth: plan.study.truth, patientStudies: plan.patientStudies)
                .encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(plan.study.anatomy, forKey: .anatomy)
            try container.encode(plan.study.report, forKey: .report)
            try container.encode(plan.study.sentences, forKey: .sentences)
        }
    }

    /// What a set is made from.
    struct Parameters: Encodable {
        let patients: Int
        let studies: [Int]
        let seed: UInt64
        let size: Int
        let frames: Int
        let clips: Int
        let viewsPerStudy: Int
        let phrases: Int

        init(_ options: TrainingSetOptions) {
            patients = options.patients
            studies = [options.studies.lowerBound, options.studies.upperBound]
            (seed, size, frames, clips) = (options.seed, options.size, options.frames, options.clips)
            (viewsPerStudy, phrases) = (options.viewsPerStudy, options.phrases)
        }
    }

    /// How much a set holds.
    struct Counts: Encodable {
        let patients: Int
        let studies: Int
        let clips: Int
        let frames: Int
        let phrases: Int

        init(_ summary: PhantomSetSummary, phrases: Int) {
            (patients, studies) = (summary.patients, summary.studies)
            (clips, frames, self.phrases) = (summary.clips, summary.frames, phrases)
        }
    }

    /// `set.json`.
    struct Set: Encodable {
        let record = "training_set"
        let simulated = true
        let notice = PhantomNotice.text
        let formatVersion = 2
        let generator = PhantomNotice.generator
        let dtype = "uint8"
        let shape: [Int]
        let mapShape: [Int]
        let structures = Structure.allCases
        let counts: Counts
        let parameters: Parameters
        let parametersSha256: ContentHash
    }
}
