package import EchoCore

/// Which of a study's clips a reading uses, and why not the others.
package struct ClipSelection {
    /// Used, in the study's order.
    package var used: [ClipVectors] = []
    /// Left out, in the study's order.
    package var leftOut: [ExcludedClip] = []

    /// Keeps the clips of the given kinds whose view is one of `views` or is not known.
    ///
    /// An empty `views` accepts every view; view names are compared without regard to case.
    package init(_ study: StudyVectors, kinds: [ClipKind], views: [String], needsFrames: Bool) {
        let accepted = Set(views.map { $0.lowercased() })
        for clip in study.clips {
            if !kinds.contains(clip.kind) {
                let wanted = kinds.map(\.rawValue).joined(separator: ", ")
                leave(clip, "the clip is \(clip.kind.rawValue); only \(wanted) is used")
            } else if let view = clip.view, !accepted.isEmpty, !accepted.contains(view.lowercased()) {
                leave(clip, "the view is \(view); only \(views.joined(separator: ", ")) is used")
            } else if needsFrames, clip.frames.isEmpty {
                leave(clip, "no frame vectors are stored for the clip")
            } else {
                used.append(clip)
            }
        }
    }

    private mutating func leave(_ clip: ClipVectors, _ reason: String) {
        leftOut.append(ExcludedClip(clip: clip.clip, reason: reason))
    }
}
