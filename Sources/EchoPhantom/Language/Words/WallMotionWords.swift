/// Whether all walls move alike.
enum WallMotionWords {
    /// - Parameter weakness: the left ventricle's grade, where it shall be said too and there is any.
    static func topic(_ motion: WallMotion, weakness: Severity = .normal) -> Topic {
        guard let attribute = attribute(motion) else {
            let claim = Claim(.wallMotionUniform, present: true)
            guard weakness > .normal else { return Topic(.wallMotion, [claim], alike) }
            return Topic(
                .wallMotion, [claim, Claim(.systolicDysfunction, grade: weakness)], weak,
                GradeWords.slots(weakness))
        }
        return Topic(.wallMotion, [Claim(attribute, present: true)], lame, slots(motion))
    }

    /// That some wall moves less, whichever.
    static let anywhere = Topic(.wallMotion, [Claim(.wallMotionUniform, present: false)], lameSomewhere)

    private static func attribute(_ motion: WallMotion) -> Attribute? {
        switch motion {
        case .uniform: nil
        case .anterior: .wallMotionAnterior
        case .inferior: .wallMotionInferior
        case .apical: .wallMotionApical
        }
    }

    /// Slots `walls` (plural), `region`, `lame` and `lameness`.
    private static func slots(_ motion: WallMotion) -> [String: String] {
        var slots = [
            "lame": "[hypokinetic|akinetic|severely hypokinetic]", "lameness": "[hypokinesis|akinesis]",
        ]
        switch motion {
        case .uniform: break
        case .anterior:
            slots["walls"] = "anterior wall and [the|] anterior septum"
            slots["region"] = "[anterior|anteroseptal|anterior and anteroseptal]"
        case .inferior:
            slots["walls"] = "[inferior and inferolateral walls|inferior wall and the inferolateral wall]"
            slots["region"] = "[inferior|inferior and inferolateral|inferolateral]"
        case .apical:
            slots["walls"] = "[apical segments|segments at the apex]"
            slots["region"] = "apical"
        }
        return slots
    }

    private static let alike: Topic.Patterns = [
        .telegram: ["No RWMA", "No regional WMA", "No wall motion abnormality", "Wall motion even"],
        .prose: [
            "There is no [regional|segmental] wall motion abnormality",
            "No [regional|segmental] wall motion abnormality is {seen}",
            "All segments [move|thicken|move and thicken] alike",
            "Wall motion shows no regional difference", "No segment moves less than the others",
        ],
        .dictation: [
            "I see no regional wall motion abnormality", "Wall motion looks even in all segments",
            "All walls move alike, nothing regional",
        ],
        .capitals: [
            "No regional wall motion abnormalities", "No segmental wall motion abnormality",
            "Wall motion without regional abnormality",
        ],
        .fields: [
            "Regional abnormality of wall motion: [none|absent]", "Segmental motion: [even|no abnormality]",
            "Regional hypokinesis: [none|absent]",
        ],
        .query: [
            "no wall motion abnormality", "no regional wall motion abnormality", "even wall motion",
            "no hypokinesis",
        ],
        .letter: [
            "Among the segments none was found to lag behind",
            "A regional disturbance of motion was not found",
        ],
    ]

    private static let weak: Topic.Patterns = [
        .telegram: ["{adj} global hypokinesis, no RWMA", "{abn} global hypokinesis"],
        .prose: [
            "There is {adj} global hypokinesis without regional difference",
            "All segments are {adv} hypokinetic, none more than the others",
        ],
        .dictation: ["We see {adj} global hypokinesis, nothing regional"],
        .capitals: ["{adj} global hypokinesis", "Global hypokinesis, {adj}, without regional abnormality"],
        .fields: ["Motion of the walls: {adj} global hypokinesis"],
        .query: ["{adj} global hypokinesis", "global hypokinesis, {adj}"],
        .letter: ["All segments alike were found to be {adv} hypokinetic"],
    ]

    private static let lame: Topic.Patterns = [
        .telegram: [
            "{region} {lameness}", "{region} WMA", "RWMA: {region}", "{region} wall motion abnormality",
        ],
        .prose: [
            "The {walls} are {lame}", "There is {lameness} of the {walls}",
            "There is {region} {lameness}, the other segments contract better",
            "A regional wall motion abnormality is {seen}: the {walls} hardly move",
            "A {region} wall motion abnormality is {seen}",
        ],
        .dictation: [
            "The {walls} hardly move", "I see {lameness} of the {walls}",
            "There is a {region} wall motion abnormality with {lameness}",
        ],
        .capitals: [
            "{region} {lameness}", "{lameness} of the {walls}", "Regional wall motion abnormality, {region}",
            "The {walls} are {lame}",
        ],
        .fields: [
            "Regional abnormality of wall motion: {region} {lameness}", "Hypokinetic segments: {region}",
            "Segmental motion: {lameness} of the {walls}",
        ],
        .query: [
            "{region} {lameness}", "{region} wall motion abnormality", "{lame} {walls}", "{region} WMA",
            "regional {lameness}, {region}",
        ],
        .letter: [
            "The {walls} were found to lag behind the others", "As for motion, the {walls} contribute little",
        ],
    ]

    private static let lameSomewhere: Topic.Patterns = [
        .telegram: ["RWMA seen", "Regional WMA present"],
        .prose: [
            "A regional wall motion abnormality is {seen}", "There is a regional wall motion abnormality",
            "Some segments are [hypokinetic|akinetic] while others contract",
        ],
        .query: [
            "wall motion abnormality", "regional wall motion abnormality", "regional [hypokinesis|akinesis]",
            "RWMA", "segmental [hypokinesis|akinesis]",
        ],
        .letter: ["Some segments were found to lag behind the others"],
    ]
}
