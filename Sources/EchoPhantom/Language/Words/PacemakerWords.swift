/// Whether a lead runs through the right heart.
enum PacemakerWords {
    static func topic(isThere: Bool) -> Topic {
        Topic(.devices, [Claim(.pacemakerLead, present: isThere)], isThere ? there : absent, slots)
    }

    private static let slots = [
        "lead":
            "[pacemaker lead|pacemaker lead|pacing lead|pacing wire|pacemaker wire|pacer wire|pacer lead|device lead|ICD lead|defibrillator lead|pacemaker or ICD lead|lead of a pacemaker]",
        "where":
            "[in the right ventricle|in the right heart|in the right atrium and ventricle|in the right-sided chambers]",
    ]

    private static let there: Topic.Patterns = [
        .telegram: [
            "{lead} in RV", "{lead} in RA and RV", "RV {lead}", "{lead} seen", "Pacer wire in RV",
            "PM lead in RV",
        ],
        .prose: [
            "A {lead} is {seen} {where}", "There is a {lead} {where}",
            "A {lead} [crosses|passes through] the tricuspid valve into the right ventricle",
            "[A bright|An echogenic] {lead} [runs|courses] through the right atrium into the right ventricle",
            "The right ventricle [contains|holds] a {lead}",
            "A {lead} is {seen} crossing from the right atrium into the right ventricle",
            "A bright line crossing the right heart is the {lead}",
            "A [bright|linear] structure of an implanted device, a {lead}, is {seen} {where}",
        ],
        .dictation: [
            "I see a {lead} {where}", "There is a {lead} going into the right ventricle",
            "We see the bright line of a {lead} {where}",
        ],
        .capitals: [
            "{lead} {seen} {where}", "{lead} in right ventricle",
            "{lead} in right atrium and right ventricle",
            "{lead} across tricuspid valve",
        ],
        .fields: [
            "{lead}: [present|seen]", "{lead}: in the right ventricle", "Implanted device: {lead} {where}",
        ],
        .query: [
            "{lead}", "{lead} {where}", "pacemaker", "right ventricular {lead}", "RV {lead}", "ICD",
            "implanted pacemaker", "defibrillator", "device lead in the right ventricle",
        ],
        .letter: [
            "Within the right-sided chambers a {lead} was found",
            "The right heart carries a {lead} whose tip lies in the right ventricle",
        ],
    ]

    private static let absent: Topic.Patterns = [
        .telegram: ["No {lead}", "No pacer", "No device lead in RV", "No wire in RA or RV"],
        .prose: [
            "No {lead} is {seen}", "There is no {lead} {where}",
            "The right-sided chambers are free of any device lead",
            "No wire or device lead is {seen} {where}",
        ],
        .dictation: ["I see no {lead} {where}", "There is no {lead} that I can see"],
        .capitals: ["No {lead}", "No {lead} {seen}", "No evidence of {lead}"],
        .fields: ["{lead}: [none|absent|not seen]", "Implanted device: no {lead}"],
        .query: ["no {lead}", "no pacemaker", "no ICD", "without {lead}", "right ventricle without {lead}"],
        .letter: ["Within the right-sided chambers a {lead} was not found"],
    ]
}
