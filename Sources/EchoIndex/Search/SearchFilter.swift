public import EchoCore

/// What may be ranked at all; every condition must hold, and `nil` sets none.
///
/// A study passes the conditions on clips (kinds, views, manufacturer, labels) where one of its clips passes
/// them all. Captions are held to the conditions on their study alone.
public struct SearchFilter: Sendable, Hashable {
    /// Only this patient's.
    public var patient: PatientID?
    /// Not this patient's; studies whose patient is unknown stay in.
    public var notPatient: PatientID?
    /// Not before this day; undated studies are out.
    public var dateFrom: StudyDate?
    /// Not after this day; undated studies are out.
    public var dateTo: StudyDate?
    /// Only these views.
    public var views: Set<String>?
    /// Only these kinds; `nil` is usable clips only, and all kinds must be asked for by name.
    public var kinds: Set<ClipKind>?
    /// Only from this site.
    public var site: String?
    /// Only from this manufacturer's scanners.
    public var manufacturer: String?
    /// Only with each of these labels.
    public var labels: Set<String>?
    /// Only where the study's key, accession number, site or patient's identifier holds this text, whatever its
    /// case in ASCII, or an opaque id is it.
    public var text: String?
    /// Only with a stored report, or only without.
    public var hasReport: Bool?
    /// Only with a clip that readings use, or only without.
    public var hasUsableClip: Bool?
    /// Only where files name different patients, or only where they do not.
    public var hasOtherPatient: Bool?
    /// Only these studies.
    public var studies: Set<StudyID>?
    /// None of these studies.
    public var excludingStudies: Set<StudyID> = []
    /// None of these clips, where clips are ranked.
    public var excludingClips: Set<ClipID> = []

    /// Every clip, usable or not.
    public static let everyKind = Set(ClipKind.allCases)

    /// Lets every usable clip pass.
    public init() {}
}
