// The block in the editor: a card in place of the widget, and its three settings. No build step.
(({ blocks, blockEditor, components, element, i18n }) => {
  const { createElement: h } = element;
  const say = (text) => i18n.__(text, 'cluster-ready-block');

  const choice = (label, options, name, { attributes, setAttributes }) =>
    h(components.SelectControl, {
      label,
      options,
      value: attributes[name],
      onChange: (value) => setAttributes({ [name]: value }),
    });

  function edit(props) {
    const { attributes, setAttributes } = props;
    const languages = [
      { value: '', label: say('Language of the page') },
      { value: 'vi', label: 'Tiếng Việt' },
      { value: 'en', label: 'English' },
    ];
    const ways = [
      { value: '', label: say('Both are offered') },
      { value: 'full', label: say('All 34 questions') },
      { value: 'quick', label: say('Ten questions') },
    ];
    const name = h(components.TextControl, {
      label: say('Name in the masthead'),
      value: attributes.brandName,
      onChange: (brandName) => setAttributes({ brandName }),
    });
    const settings = h(
      components.PanelBody,
      { title: say('Assessment') },
      choice(say('Language'), languages, 'lang', props),
      choice(say('How one begins'), ways, 'mode', props),
      name,
    );
    const card = h(components.Placeholder, {
      icon: 'chart-bar',
      label: attributes.brandName || 'Cluster Ready',
      instructions: say('The assessment runs here on the published page.'),
    });
    return h('div', blockEditor.useBlockProps(), h(blockEditor.InspectorControls, null, settings), card);
  }

  blocks.registerBlockType('cluster-ready/assessment', { edit, save: () => null });
})(window.wp);
