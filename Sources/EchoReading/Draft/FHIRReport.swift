import Foundation

/// The part of FHIR R4's DiagnosticReport that a draft fills; absent values are left out.
///
/// - Source: https://hl7.org/fhir/R4/diagnosticreport.html. The status is always `partial`, unverified.
struct FHIRReport: Encodable {
    struct Coding: Encodable {
        let system: String
        let code: String
        let display: String
    }

    struct Concept: Encodable {
        var coding: [Coding]?
        let text: String
    }

    struct Identifier: Encodable {
        var system: String?
        let value: String
    }

    struct Reference: Encodable {
        var reference: String?
        var identifier: Identifier?
    }

    struct Narrative: Encodable {
        let status = "additional"
        let div: String

        private enum CodingKeys: String, CodingKey { case status, div }
    }

    struct Attachment: Encodable {
        let contentType: String
        let data: Data
        let title: String
    }

    struct DeviceName: Encodable {
        let name: String
        let type = "user-friendly-name"

        private enum CodingKeys: String, CodingKey { case name, type }
    }

    struct Version: Encodable { let value: String }
    struct Note: Encodable { let text: String }
    struct Agent: Encodable { let who: Reference }

    /// The model, or where the draft comes from.
    struct Contained: Encodable {
        let resourceType: String
        let id: String
        var deviceName: [DeviceName]?
        var version: [Version]?
        var note: [Note]?
        var target: [Reference]?
        var recorded: String?
        var agent: [Agent]?
    }

    let resourceType = "DiagnosticReport"
    let text: Narrative
    let contained: [Contained]
    let status: String
    let category: [Concept]
    let code: Concept
    let subject: Reference?
    let effectiveDateTime: String?
    let issued: String
    let imagingStudy: [Reference]?
    let conclusion: String
    let presentedForm: [Attachment]

    private enum CodingKeys: String, CodingKey {
        case resourceType, text, contained, status, category, code, subject, effectiveDateTime, issued
        case imagingStudy, conclusion, presentedForm
    }
}
