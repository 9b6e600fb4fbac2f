/// How much fluid lies around the heart.
enum EffusionWords {
    static func topic(_ grade: Severity) -> Topic {
        let patterns = grade == .normal ? none : grade == .severe ? some.merging(swinging) { $0 + $1 } : some
        return Topic(
            .pericardium, [Claim(.effusion, grade: grade)], patterns,
            GradeWords.slots(grade).merging(["shape": shape(grade)]) { $1 })
    }

    private static func shape(_ grade: Severity) -> String {
        switch grade {
        case .normal: ""
        case .mild: "[rim|layer|trace]"
        case .moderate: "[layer|collection]"
        case .severe: "[collection|circumferential collection]"
        }
    }

    private static let none: Topic.Patterns = [
        .telegram: ["No effusion", "No pericardial effusion", "Pericardium dry"],
        .prose: [
            "There is no pericardial effusion", "No pericardial [effusion|fluid] is {seen}",
            "The pericardium is [normal, without effusion|free of fluid]",
            "No fluid surrounds the heart in the pericardium",
        ],
        .dictation: [
            "I see no pericardial effusion", "The pericardium is dry, no effusion", "There is no effusion",
        ],
        .capitals: [
            "No pericardial effusion", "No evidence of pericardial effusion", "Pericardium without effusion",
        ],
        .fields: ["Effusion: [none|absent]", "Pericardial fluid: [none|absent]"],
        .query: [
            "no effusion", "no pericardial effusion", "no pericardial fluid", "without pericardial effusion",
            "pericardium without fluid",
        ],
        .letter: ["Fluid in the pericardium was not found", "The pericardium holds no effusion"],
    ]

    /// What is seen with a large one alone.
    private static let swinging: Topic.Patterns = [
        .telegram: ["Large effusion, swinging heart"],
        .prose: ["The heart is swinging in a large pericardial effusion"],
        .query: ["swinging heart in a large effusion"],
    ]

    private static let some: Topic.Patterns = [
        .telegram: [
            "{size} effusion", "{size} pericardial effusion", "Pericardial effusion, {size}",
        ],
        .prose: [
            "There is a {size} pericardial effusion",
            "A {size} [circumferential|] pericardial effusion is {seen}",
            "The heart is surrounded by a {size} pericardial effusion",
            "A {size} {shape} of fluid is {seen} in the pericardial space",
            "The pericardium holds a {size} amount of fluid",
        ],
        .dictation: [
            "I see a {size} pericardial effusion", "We have a {size} effusion around the heart",
            "There is fluid in the pericardium, a {size} effusion",
        ],
        .capitals: [
            "{size} pericardial effusion", "Pericardial effusion, {size}",
            "{size} pericardial fluid collection",
        ],
        .fields: ["Effusion: {size}", "Pericardial fluid: {size} [amount|effusion]"],
        .query: [
            "{size} effusion", "{size} pericardial effusion", "{size} amount of pericardial fluid",
            "pericardial effusion {size}",
        ],
        .letter: [
            "Fluid in the pericardium was found, forming a {size} effusion",
            "The pericardium holds an effusion that is {size}",
        ],
    ]
}
