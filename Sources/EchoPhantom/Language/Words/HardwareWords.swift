/// That nothing at all has been put in.
enum HardwareWords {
    static let nothing = Topic(
        .devices,
        [
            Claim(.pacemakerLead, present: false), Claim(.mitralClips, present: false),
            Claim(.stentedValve, present: false), Claim(.surgicalValve, present: false),
            Claim(.mitralRing, present: false),
        ],
        [
            .telegram: ["No devices", "No lead, no prosthesis", "No hardware, no prosthesis"],
            .prose: [
                "No device lead, clip or prosthesis is {seen}",
                "There is no implanted device or prosthetic material",
                "No implanted device is {seen}",
            ],
            .dictation: ["I see no device, no lead and no prosthesis", "There are no devices in this heart"],
            .capitals: ["No device lead or prosthesis", "No implanted devices", "No prosthetic material"],
            .fields: ["Implanted devices: none", "Prosthetic material and leads: none"],
            .query: [
                "no devices", "no implanted device", "no prosthetic material", "no lead and no prosthesis",
            ],
            .letter: ["Of implanted devices and prostheses none was found"],
        ])
}
