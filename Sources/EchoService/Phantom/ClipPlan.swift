import EchoCore
import EchoPhantom

/// One clip of a simulated study, before it is drawn: everything that decides its pictures.
struct ClipPlan: Sendable {
    /// The study that it belongs to.
    let study: PhantomStudy
    /// How many studies the patient has.
    let patientStudies: Int
    /// Its place in the study, from 1.
    let number: Int
    /// How many clips the study has.
    let studyClips: Int
    /// Its name within the study, such as `03-PLAX`.
    let name: String
    /// The cut.
    let view: EchoView
    /// B-mode, color or still.
    let kind: ClipKind
    /// The pictures' extent.
    let size: PictureSize
    /// What is drawn around the sector.
    let furniture: Furniture?
    /// What acquisition and pictures are drawn from.
    let seed: UInt64

    /// The clip, ready to be drawn.
    func clip() -> PhantomClip {
        var random = PlanRandom(seed, .clip)
        let acquisition = Acquisition.drawn(
            view: view, anatomy: study.anatomy, site: study.truth.siteIndex, seed: random.next())
        return PhantomClip(
            anatomy: study.anatomy, view: view, acquisition: acquisition, kind: kind, size: size,
            furniture: furniture, seed: random.next())
    }

    /// What is true of it.
    func truth(of clip: PhantomClip, path: String?, frames: [Int]) -> ClipTruth {
        ClipTruth(
            study: study.truth.study, clip: name, path: path, view: view, kind: kind, size: size,
            sector: clip.sector, hasFurniture: furniture != nil, quality: clip.quality,
            structures: clip.structures, frames: frames.map { clip.truth($0) })
    }
}

extension StudyTruth {
    /// The laboratory's place among all, from 0.
    var siteIndex: Int { PhantomSite(rawValue: site)?.index ?? 0 }
}
