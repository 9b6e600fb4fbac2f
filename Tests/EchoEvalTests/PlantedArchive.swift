import EchoCore
import EchoEval
import EchoIndex
import EchoPhantom
import EchoReading
import EchoTesting
import Foundation

/// An index with planted structure: each study lies where its labels say, so that every metric is known.
///
/// Axes: 0 the pacemaker, 1 its absence, 2 and 3 the angle of the ejection fraction, 4...7 the left ventricle's
/// four grades, 8...10 the views A4C, A2C and PLAX, from 12 on what makes a patient unlike others.
struct PlantedArchive {
    static let dimension = 64
    static let views = ["A4C", "A2C", "PLAX"]

    /// One study's place.
    struct Plan {
        var patient: Int
        var study: Int
        var day: Int
        var pacemaker: Float = 0
        var hasPacemaker = false
        var fraction = 60.0
        var grade = Severity.normal
        var changes: [CourseEvent] = []
        /// How far a study is from its patient's own direction.
        var drift: Float = 0
        var site = "site-a"
        /// How far a clip's frames are from each other.
        var jitter: Float = 0.001
        var hasReport = true
        /// What the index says of each clip's kind; the labels say B-mode.
        var kind = ClipKind.bMode

        var name: String { "P\(patient)-\(study)" }
    }

    let scratch: ScratchFolder
    let index: StudyIndex
    let plans: [Plan]

    static let fingerprint = Fingerprint(
        model: "planted", weights: hash(99), frames: .reference, channels: .bgr, zoom: 0.1, mask: .auto,
        precision: "fp32")
    static let space = EmbeddingSpace(
        slot: .both, fingerprint: fingerprint, dimension: dimension, notice: "Planted, not learnt.")

    /// - Parameter spaces: which models' vectors each clip has; the reports have the last one's.
    init(_ plans: [Plan], spaces: [EmbeddingSpace] = [Self.space]) async throws {
        self.plans = plans
        scratch = try ScratchFolder()
        index = try await StudyIndex.open(at: scratch.path("index"), for: .write)
        for space in spaces { try await index.registerSpace(space) }
        for (place, plan) in plans.enumerated() {
            try await index.record(
                try Self.views.indices.map { .embedded(try Self.clip(plan, place, view: $0, spaces)) })
            guard plan.hasReport, let last = spaces.last else { continue }
            _ = try await index.record(
                NewReport(
                    studyKey: plan.name, text: "Report of \(plan.name).",
                    sentences: try [0, 1].map { sentence in
                        NewSentence(
                            section: "other", text: "Sentence \(sentence) of \(plan.name).",
                            embedding: try Self.embedding(plan, jitter: 0.02, seed: UInt64(sentence + 77)))
                    }, space: last))
        }
    }

    /// An index of clips that were all refused.
    static func refused(_ count: Int) async throws -> PlantedArchive {
        let archive = try await PlantedArchive([])
        try await archive.index.record(
            (0..<count).map { place in
                .leftOut(
                    LeftOutFile(
                        path: "/data/\(place).dcm", contentHash: hash(UInt64(5_000 + place)), byteCount: 10,
                        state: .quarantined, code: "encode.mask.noSector", reason: "No sector."))
            })
        return archive
    }

    /// The labels as the simulator would write them, view of each clip included.
    var labels: LabelSet {
        LabelSet(
            studies: plans.map { plan in
                var study = LabelledStudy(
                    names: ["1.2.3.\(plan.name)", plan.name], patient: "P\(plan.patient)", day: plan.day,
                    site: plan.site)
                study.flags[.pacemaker] = plan.hasPacemaker
                study.numbers[.ejectionFraction] = plan.fraction
                study.grades[.leftVentricleDilation] = plan.grade
                study.changes = plan.changes
                study.clips = Self.views.map { view in
                    LabelledClip(path: "\(plan.name)/\(view).dcm", view: view, kind: .bMode)
                }
                return study
            })
    }

    /// Prompt sets whose sentences lie on the axes.
    var source: EvalSource {
        EvalSource(
            index: index, promptSet: { Self.sets[$0] },
            embed: { sentence in
                guard let vector = Self.sentences[sentence] else { throw EvalError.noLabels }
                return try Embedding(normalizing: vector)
            })
    }

    static func hash(_ number: UInt64) -> ContentHash {
        var random = SplitMix64(seed: number)
        return ContentHash(digest: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
    }

    private static func clip(
        _ plan: Plan, _ place: Int, view: Int, _ spaces: [EmbeddingSpace]
    ) throws -> NewClip {
        var identity = StudyIdentity()
        identity.studyKey = plan.name
        identity.patient = PatientKey(identifier: "P\(plan.patient)")
        identity.site = plan.site
        let content = hash(UInt64(1_000 + place * 10 + view))
        let clip = Clip(
            container: "dicom", codec: "raw", size: PictureSize(width: 64, height: 64),
            frameTimes: [0, 33, 66, 99, 132])
        let frames = try (0..<5).map { frame in
            try embedding(
                plan, view: view, jitter: plan.jitter, seed: UInt64(place * 100 + view * 10 + frame))
        }
        return NewClip(
            path: "/data/\(plan.name)/\(views[view]).dcm", contentHash: content, byteCount: 10,
            identity: identity, clip: clip, classed: ClipClass(plan.kind, reason: "planted"),
            view: views[view], framesUsed: Array(0..<5),
            vectors: try spaces.map { try NewClipVectors(space: $0, frames: frames) })
    }

    private static func embedding(
        _ plan: Plan, view: Int? = nil, jitter: Float, seed: UInt64
    ) throws -> Embedding {
        var values = [Float](repeating: 0, count: dimension)
        values[0] = plan.pacemaker
        values[1] = 0.3 - plan.pacemaker
        let angle = Float(plan.fraction / 100 * .pi / 2)
        (values[2], values[3]) = (cos(angle), sin(angle))
        values[4 + plan.grade.rank] = 0.5
        if let view { values[8 + view] = 0.4 }
        var own = SplitMix64(seed: UInt64(plan.patient) &* 7_919 + 1)
        var other = SplitMix64(seed: UInt64(plan.patient * 100 + plan.study) &* 104_729 + 5)
        var noise = SplitMix64(seed: seed)
        for axis in 12..<dimension {
            values[axis] =
                0.4 * Float.random(in: -1...1, using: &own)
                + plan.drift * Float.random(in: -1...1, using: &other)
        }
        return try Embedding(
            normalizing: values.map { $0 + jitter * Float.random(in: -1...1, using: &noise) })
    }

    private static let sets: [String: PromptSet] = {
        var pacemaker = PromptSet(name: "pacemaker", title: "Lead", kind: .binary)
        pacemaker.prompts = ["a lead"]
        pacemaker.negatives = ["no lead"]
        var fraction = PromptSet(name: "ef", title: "EF", kind: .regression)
        fraction.prompts = ["fraction <#>"]
        fraction.range = NumericRange(minimum: 0, maximum: 100)
        fraction.unit = "%"
        var size = PromptSet(name: "lv-dilation", title: "Size", kind: .categorical)
        size.categories = Severity.allCases.map {
            PromptCategory(name: $0.rawValue, severity: $0.rank, prompts: ["size \($0.rawValue)"])
        }
        var view = PromptSet(name: "view", title: "View", kind: .categorical)
        view.categories = views.enumerated().map {
            PromptCategory(name: $1, severity: $0, prompts: ["view \($1)"])
        }
        return Dictionary(uniqueKeysWithValues: [pacemaker, fraction, size, view].map { ($0.name, $0) })
    }()

    private static let sentences: [String: [Float]] = {
        func axis(_ place: Int) -> [Float] { (0..<dimension).map { $0 == place ? 1 : 0 } }
        var found = ["a lead": axis(0), "no lead": axis(1)]
        for grade in Severity.allCases { found["size \(grade.rawValue)"] = axis(4 + grade.rank) }
        for (place, view) in views.enumerated() { found["view \(view)"] = axis(8 + place) }
        for value in 0...100 {
            let angle = Float(Double(value) / 100 * .pi / 2)
            var vector = [Float](repeating: 0, count: dimension)
            (vector[2], vector[3]) = (cos(angle), sin(angle))
            found["fraction \(value)"] = vector
        }
        return found
    }()
}
