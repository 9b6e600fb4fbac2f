/// How well the heart could be seen; it follows from the haze and claims nothing of the heart.
enum QualityWords {
    /// - Parameter haze: 0 (clear) to 1.
    static func topic(haze: Float) -> Topic {
        let quality = haze < 0.3 ? "good" : haze < 0.6 ? "[fair|adequate]" : haze < 0.85 ? "limited" : "poor"
        let reason = haze < 0.6 ? "[are well seen|are clear]" : "[are partly hidden|are hazy]"
        return Topic(.quality, [], patterns, ["quality": quality, "reason": reason])
    }

    private static let patterns: Topic.Patterns = [
        .telegram: ["Image quality {quality}", "{quality} [acoustic|] windows", "{quality} study quality"],
        .prose: [
            "Image quality is {quality}", "The study quality is {quality}",
            "The acoustic windows are {quality}",
            "The images are of {quality} quality, the endocardial borders {reason}",
        ],
        .dictation: [
            "Image quality in this one is {quality}", "The windows are {quality}, the borders {reason}",
        ],
        .capitals: ["Study quality is {quality}", "{quality} image quality", "{quality} acoustic windows"],
        .fields: ["Quality of the images: {quality}", "Acoustic windows: {quality}"],
        .letter: ["What could be seen was of {quality} quality"],
    ]
}
