use super::Assessment;
use crate::direction::without_marks;

impl Assessment {
    /// The same with its texts as they are seen: a mark of direction in a name would turn the sentence that it stands in.
    pub fn without_direction_marks(&self) -> Self {
        let mut plain = self.clone();
        let profile = &mut plain.profile;
        let mut texts = vec![
            &mut profile.name,
            &mut profile.commune,
            &mut profile.facts.decision,
            &mut profile.facts.area_explanation,
        ];
        texts.extend(profile.firm.iter_mut().map(|firm| &mut firm.cluster));
        texts.extend(
            plain
                .boundary
                .iter_mut()
                .map(|record| &mut record.file_name),
        );
        texts.extend(plain.places.added.iter_mut().map(|place| &mut place.name));
        for text in texts {
            *text = without_marks(text);
        }
        let earlier = plain.earlier.iter_mut();
        let entries = earlier.flat_map(|earlier| earlier.entries.values_mut());
        for entry in plain.entries.values_mut().chain(entries) {
            entry.note = without_marks(&entry.note);
            entry.evidence = without_marks(&entry.evidence);
        }
        plain
    }
}
