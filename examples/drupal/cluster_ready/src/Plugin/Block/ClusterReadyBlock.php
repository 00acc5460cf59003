<?php

declare(strict_types=1);

namespace Drupal\cluster_ready\Plugin\Block;

use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;

/**
 * The assessment as a block.
 */
#[Block(
  id: 'cluster_ready',
  admin_label: new TranslatableMarkup('Cluster Ready'),
  category: new TranslatableMarkup('Tools'),
)]
final class ClusterReadyBlock extends BlockBase {

  /**
   * The settings of the block, and the attribute that each becomes.
   */
  private const ATTRIBUTES = [
    'lang' => 'lang',
    'mode' => 'mode',
    'brand_name' => 'brand-name',
  ];

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return array_fill_keys(array_keys(self::ATTRIBUTES), '');
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $form['lang'] = [
      '#type' => 'select',
      '#title' => $this->t('Language'),
      '#options' => [
        '' => $this->t('Language of the page'),
        'vi' => 'Tiếng Việt',
        'en' => 'English',
      ],
      '#default_value' => $this->configuration['lang'],
    ];
    $form['mode'] = [
      '#type' => 'select',
      '#title' => $this->t('How one begins'),
      '#options' => [
        '' => $this->t('Both are offered'),
        'full' => $this->t('All 34 questions'),
        'quick' => $this->t('Ten questions'),
      ],
      '#default_value' => $this->configuration['mode'],
    ];
    $form['brand_name'] = [
      '#type' => 'textfield',
      '#title' => $this->t('Name in the masthead'),
      '#default_value' => $this->configuration['brand_name'],
    ];
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    foreach (array_keys(self::ATTRIBUTES) as $name) {
      $this->configuration[$name] = trim((string) $form_state->getValue($name));
    }
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    $attributes = [];
    foreach (self::ATTRIBUTES as $name => $attribute) {
      if ($this->configuration[$name] !== '') {
        $attributes[$attribute] = $this->configuration[$name];
      }
    }
    return [
      '#type' => 'html_tag',
      '#tag' => 'cluster-ready',
      '#attributes' => $attributes,
      '#value' => $this->t('This tool needs a browser with JavaScript and WebAssembly.'),
      '#attached' => ['library' => ['cluster_ready/element']],
    ];
  }

}
