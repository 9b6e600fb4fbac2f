import EchoCore
import EchoPhantom

/// Which clips a simulated study has: each view in B-mode, one or two with color, one still.
struct StudyPlan: Sendable {
    /// In the study's order.
    let files: [PlannedFile]

    /// How many clips with color a study has.
    private static let colorClips = 1...2

    /// One clip's view and kind.
    private typealias Part = (view: EchoView, kind: ClipKind, suffix: String)

    /// Draws what the options leave open.
    init(_ study: PhantomStudy, patientStudies: Int, options: PhantomSetOptions) {
        var random = PlanRandom(study.seed, .study)
        let format = ClipFormat.drawn(options.format, &random)
        let furniture = Furniture(
            site: study.truth.siteIndex, name: study.truth.patientName, seed: random.next())
        let colored = random.some(random.integer(Self.colorClips), of: options.views)
        let frozen = random.some(1, of: options.views)
        let parts: [Part] =
            options.views.map { ($0, .bMode, "") } + colored.map { ($0, .color, "-COLOR") }
            + frozen.map { ($0, .still, "-STILL") }
        files = parts.enumerated().map { place, part in
            let plan = ClipPlan(
                study: study, patientStudies: patientStudies, number: place + 1, studyClips: parts.count,
                name: (place < 9 ? "0" : "") + "\(place + 1)-\(part.view.rawValue)\(part.suffix)",
                view: part.view, kind: part.kind, size: options.pictureSize,
                furniture: options.hasFurniture ? furniture : nil, seed: random.next())
            return PlannedFile(
                plan: plan, format: format, covering: options.covering, mostFrames: options.frames)
        }
    }

    /// Every clip of a patient, study by study.
    static func files(of patient: PhantomPatient, options: PhantomSetOptions) -> [PlannedFile] {
        patient.studies.flatMap {
            StudyPlan($0, patientStudies: patient.studies.count, options: options).files
        }
    }
}

extension PhantomSetOptions {
    /// A scanner's screen with furniture, a square without; both sides even.
    var pictureSize: PictureSize {
        let height = size ?? (hasFurniture ? Self.usualHeight.furnished : Self.usualHeight.bare)
        return PictureSize(width: hasFurniture ? height * 2 / 3 * 2 : height, height: height)
    }
}

extension StudyTruth {
    /// The made-up name, such as `PHANTOM^000012`.
    var patientName: String { patient.replacing("-", with: "^", maxReplacements: 1) }
}
