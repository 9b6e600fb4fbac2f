/// One row of the published results, beside which ours stands.
///
/// - Source: EchoCLIP, arXiv 2308.15670: table 2 (T2), supplementary table 1 (S1), figures and text, as read in
///   2026; the Nature Medicine abstract swaps the two valve devices' figures.
package struct PublishedRow: Sendable, Equatable {
    /// What was asked.
    package let task: String
    /// EchoCLIP's figure.
    package let echoCLIP: String
    /// EchoCLIP-R's figure.
    package let echoCLIPR: String
    /// Where it stands in the paper.
    package let place: String
    /// Our metric; `nil` where we measure nothing alike.
    package let metric: String?

    private init(_ task: String, _ echoCLIP: String, _ echoCLIPR: String, _ place: String, _ metric: String?)
    {
        self.task = task
        self.echoCLIP = echoCLIP
        self.echoCLIPR = echoCLIPR
        self.place = place
        self.metric = metric
    }

    /// The rows in the paper's order: retrieval, numbers, devices, sizes, identity and change.
    package static let all: [PublishedRow] = [
        .init(
            "Mean cross-modal rank (of 21,484)", "571.3", "206.1", "T2", "retrieval.mean_rank.optimistic_ties"
        ),
        .init(
            "Mean rank, share of all (%)", "2.66", "0.96", "T2", "retrieval.mean_rank_share.optimistic_ties"),
        .init(
            "Mean rank, text to image", "560.4", "203.1", "S1",
            "retrieval.mean_rank.text_to_image.optimistic_ties"),
        .init(
            "Mean rank, image to text", "582.1", "209.1", "S1",
            "retrieval.mean_rank.image_to_text.optimistic_ties"),
        .init(
            "R@10, text to image", "0.160", "0.343", "S1", "retrieval.r_at_10.text_to_image.optimistic_ties"),
        .init(
            "R@10, image to text", "0.166", "0.333", "S1", "retrieval.r_at_10.image_to_text.optimistic_ties"),
        .init("EF, MAE (%), internal", "8.4 (8.3–8.4)", "16.9 (16.8–17.0)", "T2", "ef.mae.repo"),
        .init("EF, MAE (%), paper's formula", "8.4 (8.3–8.4)", "16.9 (16.8–17.0)", "T2", "ef.mae.paper"),
        .init("EF, MAE (%), external", "7.1", "–", "text", nil),
        .init("Reduced EF, AUC (ours: EF < 40)", "0.90 (0.89–0.90)", "0.50", "S1", "ef.below_40.auc.repo"),
        .init("PA pressure, MAE (mmHg)", "10.8 (10.8–10.9)", "17.5", "T2", "pa_pressure.mae.repo"),
        .init("Severely elevated PA pressure, AUC", "0.85 (0.84–0.85)", "0.61", "S1", nil),
        .init("Elevated RA pressure, AUC", "0.83 (0.82–0.83)", "0.48", "S1", nil),
        .init("Mitral clip, AUC", "0.97 (0.97–0.97)", "0.81", "T2", "mitral_clip.auc"),
        .init("TAVR / stented valve, AUC", "0.92 (0.91–0.92)", "0.52", "T2", "stented_valve.auc"),
        .init("Pacemaker lead, AUC", "0.84 (0.84–0.84)", "0.66", "T2", "pacemaker.auc"),
        .init("Impella, AUC", "0.98 (0.98–0.99)", "0.42 (0.38–0.46)", "S1", nil),
        .init("Severe LV dilation, AUC", "0.92 (0.92–0.93)", "0.87", "S1", "lv_dilation.severe.auc"),
        .init("Moderate LV dilation, AUC", "0.86", "–", "fig 3d", "lv_dilation.moderate.auc"),
        .init("Mild LV dilation, AUC", "0.78", "–", "fig 3d", "lv_dilation.mild.auc"),
        .init("Severe RV dilation, AUC", "0.92 (0.91–0.92)", "0.81", "S1", "rv_dilation.severe.auc"),
        .init("Severe LA dilation, AUC", "0.91 (0.90–0.92)", "0.83", "S1", "la_dilation.severe.auc"),
        .init("Moderate LA dilation, AUC", "0.85", "–", "fig 3c", "la_dilation.moderate.auc"),
        .init("Mild LA dilation, AUC", "0.74", "–", "fig 3c", "la_dilation.mild.auc"),
        .init("Severe RA dilation, AUC", "0.97 (0.97–0.98)", "0.81", "S1", "ra_dilation.severe.auc"),
        .init("Patient identification, AUC", "–", "0.86 (0.86–0.86)", "text", "identity.auc"),
        .init("Mean cosine, same patient", "–", "0.64 (0.64–0.65)", "text", "identity.cosine.same_patient"),
        .init(
            "Mean cosine, different patients", "–", "0.40 (0.40–0.40)", "text",
            "identity.cosine.different_patients"),
        .init(
            "Cardiac surgery before/after, AUC", "–", "0.77 (0.75–0.79)", "text", "transitions.surgery.auc"),
        .init("Heart transplant before/after, AUC", "–", "0.79 (0.76–0.82)", "text", nil),
    ]
}
