/// Whether a ring is sewn around the mitral valve.
enum RingWords {
    static func topic(isThere: Bool) -> Topic {
        Topic(
            .devices, [Claim(.mitralRing, present: isThere)], isThere ? there : absent,
            ["ring": "[mitral ring|mitral annuloplasty ring|annuloplasty ring|ring of a mitral repair]"])
    }

    private static let there: Topic.Patterns = [
        .telegram: ["S/p mitral repair with ring", "{ring} in place", "{ring} seen", "MV repair, ring"],
        .prose: [
            "[A|The] {ring} is {seen} in the mitral position",
            "The mitral valve has been repaired with a ring",
            "There is a {ring} around the mitral valve",
            "The bright ends of a {ring} are {seen} at the mitral annulus",
        ],
        .dictation: [
            "I see a {ring} at the mitral annulus", "The mitral valve was repaired, there is a {ring}",
        ],
        .capitals: [
            "{ring} in place", "Status after mitral valve repair with annuloplasty ring", "{ring} {seen}",
        ],
        .fields: ["{ring}: [present|in place]", "Surgical repair of the mitral valve: {ring}"],
        .query: ["{ring}", "mitral annuloplasty", "mitral valve repair with ring", "surgical mitral repair"],
        .letter: ["Around the mitral valve a {ring} was found"],
    ]

    private static let absent: Topic.Patterns = [
        .telegram: ["No {ring}"],
        .prose: ["No {ring} is {seen}", "There is no {ring}"],
        .dictation: ["I see no {ring}", "There is no {ring} at the mitral annulus"],
        .capitals: ["No {ring}", "No {ring} {seen}"],
        .fields: ["{ring}: [none|absent]"],
        .query: ["no {ring}", "without {ring}", "no mitral annuloplasty"],
        .letter: ["Around the mitral valve a {ring} was not found"],
    ]
}
