/// Clips on the mitral leaflets: none, one or two, or any number.
enum ClipWords {
    /// Says how many; none, one or two.
    static func count(_ clips: Int) -> Topic {
        guard clips > 0 else { return none }
        let number = clips == 1 ? "[one|a single|1|one]" : "[two|two|2|a pair of]"
        let plural = clips == 1 ? "" : "s"
        return Topic(
            .devices, [Claim(.mitralClips, present: true), Claim(.mitralClips, value: Double(clips))],
            counted,
            [
                "n": number, "s": plural, "is": clips == 1 ? "is" : "are",
                "holds": clips == 1 ? "holds" : "hold", "grasps": clips == 1 ? "grasps" : "grasp",
                "N": clips == 1 ? "1" : "2", "word": clips == 1 ? "[one|single]" : "two",
                "clip": "[MitraClip|mitral clip|transcatheter mitral clip|edge-to-edge clip|clip]",
                "device": "[MitraClip|mitral clip|transcatheter mitral clip|mitral edge-to-edge clip]",
            ])
    }

    /// Says that there is any, without a number.
    static let some = Topic(.devices, [Claim(.mitralClips, present: true)], any)

    private static let none = Topic(.devices, [Claim(.mitralClips, present: false)], absent)

    private static let counted: Topic.Patterns = [
        .telegram: [
            "{device}{s} x {N}", "S/p MitraClip, {n} clip{s}", "MitraClip, {n} clip{s}", "{word} {device}{s}",
        ],
        .prose: [
            "{n} {device}{s} {is} {seen} on the mitral [leaflets|valve]",
            "{n} {clip}{s} {holds} the mitral leaflets together",
            "After transcatheter edge-to-edge repair of the mitral valve {n} clip{s} {is} {seen}",
            "{n} {device}{s} {holds} the leaflets, with a double orifice",
            "The mitral leaflets are grasped by {n} {clip}{s}",
            "{n} {clip}{s} {grasps} the tips of the leaflets",
        ],
        .dictation: [
            "I count {n} {device}{s}", "We see {n} {clip}{s} on the mitral leaflets",
            "The mitral valve has {n} {device}{s} on it",
        ],
        .capitals: [
            "MitraClip, {n} clip{s}", "{device}{s}, number of clips {N}", "Mitral valve with {n} {clip}{s}",
        ],
        .fields: [
            "Mitral clips: {N}", "MitraClip: {n} clip{s}", "Clips on the mitral leaflets: {n} clip{s}",
        ],
        .query: [
            "{word} {device}{s}", "MitraClip {n} clip{s}", "{n} clip{s} on the mitral valve",
            "{N} MitraClip{s}",
        ],
        .letter: ["The mitral leaflets were found joined by {n} clip{s}"],
    ]

    private static let any: Topic.Patterns = [
        .telegram: ["S/p MitraClip", "MitraClip seen", "Mitral clip in place", "S/p mitral TEER"],
        .prose: [
            "A mitral clip is {seen}", "The mitral valve was treated by transcatheter edge-to-edge repair",
            "The mitral leaflets are held together by a transcatheter clip device",
            "The mitral valve carries a MitraClip device, there is a double orifice",
            "A bright clip device joins the tips of the mitral leaflets",
            "A clip device grasps the mitral leaflets, it leaves two openings",
        ],
        .dictation: [
            "I see a MitraClip device on the mitral valve",
            "There has been an edge-to-edge repair with a clip device",
        ],
        .capitals: [
            "MitraClip device in place", "Status after mitral edge-to-edge repair",
            "Mitral clip device {seen}",
        ],
        .fields: [
            "MitraClip: [present|in place|seen]",
            "Edge-to-edge repair of the mitral valve: yes, with a clip device",
        ],
        .query: [
            "MitraClip", "mitral clip", "edge-to-edge repair", "transcatheter mitral valve repair",
            "mitral valve clip",
            "percutaneous mitral valve repair", "TEER",
        ],
        .letter: ["On the mitral leaflets the device of an edge-to-edge repair was found"],
    ]

    private static let absent: Topic.Patterns = [
        .telegram: ["No MitraClip", "No mitral clip", "No clip on mitral valve"],
        .prose: [
            "No [MitraClip|mitral clip] is {seen}", "There is no clip on the mitral leaflets",
            "The mitral leaflets carry no clip", "No edge-to-edge clip is {seen} on the mitral valve",
        ],
        .dictation: ["I see no clip on the mitral valve", "There is no MitraClip"],
        .capitals: ["No MitraClip", "No mitral clip {seen}", "Mitral leaflets without clip"],
        .fields: ["MitraClip: [none|absent|not seen]", "Mitral clips: none"],
        .query: [
            "no MitraClip", "no mitral clip", "mitral valve without clip", "without edge-to-edge repair",
        ],
        .letter: ["On the mitral leaflets a clip was not found"],
    ]
}
